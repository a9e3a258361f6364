import type { Check, Holdings, LaidDown, Outcome, Problem, Refusal, Say, Show, Shown, Use } from '../api.ts';

/** Longer nobody waits for an answer; a file may take half a minute to be read. Milliseconds. */
const PATIENCE_MS = 30_000;
const FILE_PATIENCE_MS = 60_000;

/** Why something that was asked for did not come. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Omit<Refusal, 'error'> & { readonly error: Problem | 'unreachable' };
  constructor(refusal: Refused['refusal']) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/** What the page asks its server for. Everything throws Refused where nothing comes. */
export const server = {
  articles: () => fetched<Holdings>('/api/articles', { method: 'GET' }, PATIENCE_MS),
  say: (said: Say) => posted<Outcome>('/api/say', said),
  use: (used: Use) => posted<Outcome>('/api/use', used),
  check: (checked: Check) => posted<Outcome>('/api/check', checked),
  show: (shown: Show) => posted<Shown>('/api/show', shown, FILE_PATIENCE_MS),
  layDown: (name: string, bytes: Blob) =>
    fetched<LaidDown>(
      `/api/lay-down?name=${encodeURIComponent(name.slice(-250))}`,
      { method: 'POST', body: bytes, headers: { 'Content-Type': 'application/octet-stream' } },
      FILE_PATIENCE_MS,
    ),
};

function posted<Result>(path: string, body: object, patience = PATIENCE_MS): Promise<Result> {
  const request = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  return fetched(path, request, patience);
}

async function fetched<Result>(path: string, request: RequestInit, patience: number): Promise<Result> {
  let response: Response;
  try {
    response = await fetch(path, { ...request, signal: AbortSignal.timeout(patience) });
  } catch {
    throw new Refused({ error: 'unreachable' });
  }
  const told: unknown = await response.json().catch(() => ({ error: 'failed' }));
  if (!response.ok) throw new Refused(told as Refusal);
  return told as Result;
}
