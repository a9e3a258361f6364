/** Tells a waiting person what is being measured; standard output is for the tables alone. */
export function progress(step: string): void {
  process.stderr.write(`… ${step}\n`);
}
