import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelLimits } from './channel-limits.ts';
import { type Answer, type DiscordState, error } from './discord-state.ts';
import { type Fault, type PlannedFault, takeFault } from './faults.ts';
import { APPLICATION_ID } from './ids.ts';
import { isTooHeavy } from './message-rules.ts';
import { type RequestBody, readBody } from './request-body.ts';
import { bodyProblems } from './validation.ts';

/** A request that came. */
export interface RecordedRequest extends RequestBody {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** The status it was handled with; undefined where it was not. */
  status: number | undefined;
}

/** What the REST side needs to know. */
export interface RestSettings {
  readonly state: DiscordState;
  readonly gatewayUrl: string;
  readonly token: string;
  readonly faults: PlannedFault[];
  /** Called for every request before anything is done about it. */
  onArrival(path: string): void;
  /** Called for every request that has been handled or has failed. */
  onRequest(request: RecordedRequest): void;
  /** Whether bodies are checked as they come: it takes longer than most else here. */
  readonly checksAtOnce: boolean;
  /** Called with what is wrong with a request's body. */
  onProblem(problem: string): void;
  /** Messages that a channel takes. */
  readonly channelLimits: ChannelLimits;
  readonly session: { shards: number; remaining: number };
}

/** Discord's HTTP interface, version 10, as far as this bot uses it. */
export async function startRest(settings: RestSettings) {
  const server = createServer((request, response) => {
    serve(settings, request, response).catch((problem: unknown) => {
      settings.onProblem(String(problem));
      response.destroy();
    });
  });
  // A kept connection that the server closes looks like a fault that nobody planned.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api`,
    async stop(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(settings: RestSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const path = (request.url ?? '').replace(/^\/api\/v10/, '').split('?')[0] ?? '';
  const body = await readBody(request);
  const at = performance.now();
  settings.onArrival(path);
  if (settings.checksAtOnce) for (const problem of problemsOf({ ...body, method, path })) settings.onProblem(problem);
  const fault = takeFault(settings.faults, method, path);
  if (fault?.kind === 'delayed') await sleep(fault.ms);
  const limit = settings.channelLimits.take(method, path);
  for (const [name, value] of Object.entries(limit?.headers ?? {})) response.setHeader(name, value);
  const answer = limit?.refusal ?? (isHandled(fault) ? handle(settings, method, path, body, request) : undefined);
  settings.onRequest({ ...body, method, path, at, status: answer?.status });
  reply(response, fault, answer);
}

/** What is wrong with a request's body, a line each. */
export function problemsOf(request: Pick<RecordedRequest, 'method' | 'path' | keyof RequestBody>): string[] {
  const { method, path } = request;
  return bodyProblems(method, path, request).map((problem) => `${method} ${path}: ${problem}`);
}

function isHandled(fault: Fault | undefined): boolean {
  if (fault === undefined) return true;
  return fault.kind === 'hangs' ? fault.handled : fault.kind !== 'status' && fault.kind !== 'closed before';
}

function reply(response: ServerResponse, fault: Fault | undefined, answer: Answer | undefined): void {
  switch (fault?.kind) {
    case undefined:
    case 'delayed':
      send(response, answer?.status ?? 500, answer?.json);
      return;
    case 'accepted, then status':
      send(response, fault.status, { message: 'Internal Server Error', code: 0 });
      return;
    case 'status':
      response.writeHead(fault.status, fault.headers ?? { 'content-type': 'application/json' });
      response.end(fault.body ?? '{"message":"a fault","code":0}');
      return;
    case 'closed before':
    case 'closed after':
      response.socket?.destroy();
      return;
    case 'hangs':
      return;
    case 'truncated':
      response.writeHead(answer?.status === 204 ? 200 : (answer?.status ?? 200), {
        'content-type': 'application/json',
      });
      response.end('{"id":"1000');
  }
}

function send(response: ServerResponse, status: number, json: unknown): void {
  if (json === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}

function handle(
  settings: RestSettings,
  method: string,
  path: string,
  body: RequestBody,
  request: IncomingMessage,
): Answer {
  const { state } = settings;
  const [, room, first = '', second = ''] = path.split('/');
  if (isTooHeavy(messageIn(path, body))) return error(500, 0, '500: Internal Server Error');
  if (room === 'interactions' && method === 'POST') return state.callback(second, body);
  if (room === 'webhooks') {
    return method === 'POST' ? state.followUp(second, body) : state.original(second, method, body);
  }
  if (request.headers.authorization !== `Bot ${settings.token}`) return error(401, 0, '401: Unauthorized');
  if (room === 'channels' && method === 'POST') return state.post(first, body);
  if (room === 'channels' && method === 'PATCH') return state.edit(path.split('/')[4] ?? '', body);
  if (path === '/gateway/bot') return { status: 200, json: gatewayInformation(settings) };
  if (path === '/applications/@me') return { status: 200, json: { id: APPLICATION_ID, name: 'wenzhai' } };
  const place = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/.exec(path);
  if (place !== null) return commandsAt(state, place[1] ?? 'global', method, body);
  return error(404, 0, '404: Not Found');
}

/** The message in a request's body, where there is one. */
function messageIn(path: string, { json }: RequestBody): unknown {
  if (path.endsWith('/callback')) return (json as { data?: unknown }).data;
  return /^\/(webhooks|channels)\//.test(path) ? json : undefined;
}

function commandsAt(state: DiscordState, place: string, method: string, { json }: RequestBody): Answer {
  if (method === 'PUT') return { status: 200, json: state.registerCommands(place, json as object[]) };
  return { status: 200, json: state.registered(place) };
}

function gatewayInformation({ gatewayUrl, session }: RestSettings) {
  return {
    url: gatewayUrl,
    shards: session.shards,
    session_start_limit: { total: 1000, remaining: session.remaining, reset_after: 60_000, max_concurrency: 16 },
  };
}
