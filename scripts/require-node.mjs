// The database addon crashes without a word on an older Node, so say it before it is loaded.
const major = Number(process.versions.node.split('.')[0])
if (major < 22) {
  console.error(
    `Buurtboek needs Node 22 or newer; this is ${process.version}. Use the npm scripts (npm start, npm test): they bring their own.`,
  )
  process.exit(1)
}
