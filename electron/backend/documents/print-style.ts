/** The style of every document: A4, sizes in millimetres and points, colours that a black-and-white printer keeps apart. */
export const printStyle = `
@page { size: A4; margin: 16mm 16mm 18mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt 'Noto Sans Variable', sans-serif; color: #595143 } }
* { box-sizing: border-box }
html { background: #fff; color: #25221b; print-color-adjust: exact; -webkit-print-color-adjust: exact }
body { margin: 0; font: 11pt/1.45 'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans Ethiopic Variable', 'Noto Sans', 'Segoe UI', Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; hyphens: manual }
body.large { font-size: 15pt } body.small { font-size: 9.5pt }
h1, h2, h3 { font-family: 'Literata Variable', 'Noto Sans Arabic Variable', 'Noto Sans Ethiopic Variable', Georgia, serif; font-weight: 600; line-height: 1.2; break-after: avoid }
h1 { margin: 0 0 2mm; font-size: 1.8em } h2 { margin: 7mm 0 2mm; font-size: 1.3em } h3 { margin: 4mm 0 1mm; font-size: 1.1em }
p { margin: 0 0 2mm } ul { margin: 0 0 2mm; padding-inline-start: 5mm } .soft { color: #595143 } .end { text-align: end }
.lead { margin-block-end: 5mm; color: #595143 }
table { inline-size: 100%; margin-block: 0 4mm; border-collapse: collapse; break-inside: auto }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { padding-block: 1.4mm; padding-inline: 0 3mm; border-block-end: .25mm solid #dccfb8; text-align: start; vertical-align: top }
:is(th, td):last-child { padding-inline-end: 0 }
thead th { overflow-wrap: break-word; border-block-end: .4mm solid #25221b; font-weight: 600; vertical-align: bottom }
tbody th { font-weight: 600 } tbody th .soft { font-weight: 400 }
tbody .sum :is(th, td) { border-block-start: .4mm solid #25221b; font-weight: 600 }
.number { text-align: end; white-space: nowrap } .keep { white-space: nowrap }
.box { display: inline-block; inline-size: 1.15em; block-size: 1.15em; border: .3mm solid #25221b; border-radius: .6mm; vertical-align: -.2em }
.tick { inline-size: 22mm; text-align: center }
.foot { margin-block-start: 5mm; font-size: .85em; color: #595143 }
.sheet { break-after: page } .sheet:last-child { break-after: auto }
@media screen {
  html { background: #f0e9da; padding: 8mm }
  body { inline-size: 210mm; min-block-size: 297mm; margin-inline: auto; padding: 16mm; background: #fff }
}
`
