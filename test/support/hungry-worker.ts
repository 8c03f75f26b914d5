// A reader that takes all the memory there is.
const taken: number[][] = []
for (;;) taken.push(new Array(100_000).fill(0.5))
