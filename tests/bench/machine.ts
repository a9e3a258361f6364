import { cpus, totalmem } from 'node:os';

/** Where and when the figures were taken, in one line. */
export function machineLine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || 'unnamed processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day} with Node ${process.versions.node}, ${processors.length} × ${model}, ${gigabytes} GB.`;
}
