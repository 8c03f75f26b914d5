// A reader that takes all the memory there is.
const taken: number[][] = []
for (;;) taken.push(Array.from({ length: 100_000 }, (_, at) => at / 7))
