import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION_ID, BOT_ID, BOT_ROLE_ID, CHANNEL_ID, nextId } from './ids.ts';

/** How the gateway behaves at the moment; tests change it as they go. */
export interface GatewayBehaviour {
  heartbeatMs: number;
  acknowledgesHeartbeats: boolean;
  /** How many of the next identifies, or resumes, get no answer. */
  swallowIdentifies: number;
  swallowResumes: number;
  /** How many of the next resumes are answered with "invalid session". */
  invalidResumes: number;
  /** Closes the connection with this code when somebody identifies. */
  closeOnIdentify: number | undefined;
  /** How many of the next upgrades are answered with 503. */
  refusedUpgrades: number;
  guilds: { id: string; preferred_locale: string }[];
}

interface Session {
  readonly id: string;
  readonly shard: number;
  /** How many shards its client said there are. */
  readonly of: number;
  seq: number;
  /** Everything that was dispatched, for resuming. */
  readonly events: { t: string; d: unknown; s: number }[];
  socket: WebSocket | undefined;
  /** Its client has said that it is over. */
  isEnded: boolean;
}

/** What has happened on the gateway. */
interface GatewayHistory {
  connections: number;
  identifies: { shard: [number, number]; intents: number; token: string }[];
  resumes: number;
  heartbeats: number;
  presences: unknown[];
  /** Codes with which the client closed. */
  closes: number[];
}

/** Discord's gateway, version 10, as far as a bot without voice sees it: https://docs.discord.com/developers/events/gateway */
export async function startGateway() {
  const behaviour: GatewayBehaviour = {
    heartbeatMs: 40_000,
    acknowledgesHeartbeats: true,
    swallowIdentifies: 0,
    swallowResumes: 0,
    invalidResumes: 0,
    closeOnIdentify: undefined,
    refusedUpgrades: 0,
    guilds: [],
  };
  const history: GatewayHistory = {
    connections: 0,
    identifies: [],
    resumes: 0,
    heartbeats: 0,
    presences: [],
    closes: [],
  };
  const sessions = new Map<string, Session>();
  /** Connections that this side has closed: that ends no session. */
  const closedHere = new WeakSet<WebSocket>();
  const raw = new Set<Socket>();
  const http = createServer((_, response) => response.writeHead(426).end());
  const sockets = new WebSocketServer({ noServer: true });
  http.on('connection', (socket) => {
    raw.add(socket);
    socket.on('close', () => raw.delete(socket));
  });
  http.on('upgrade', (request, socket, head) => {
    if (behaviour.refusedUpgrades > 0) {
      behaviour.refusedUpgrades -= 1;
      socket.end('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => welcome(client));
  });
  await listen(0);
  const { port } = http.address() as AddressInfo;

  function listen(at: number): Promise<void> {
    return new Promise((resolve) => http.listen(at, '127.0.0.1', resolve));
  }

  function welcome(socket: WebSocket): void {
    history.connections += 1;
    socket.on('message', (data) => receive(socket, JSON.parse(data.toString())));
    socket.on('close', (code) => {
      history.closes.push(code);
      for (const session of sessions.values()) {
        if (session.socket !== socket) continue;
        session.socket = undefined;
        session.isEnded = !closedHere.has(socket) && (code === 1_000 || code === 1_001);
      }
    });
    socket.on('error', () => {});
    send(socket, { op: 10, d: { heartbeat_interval: behaviour.heartbeatMs } });
  }

  function receive(socket: WebSocket, { op, d }: { op: number; d: never }): void {
    if (op === 1) {
      history.heartbeats += 1;
      if (behaviour.acknowledgesHeartbeats) send(socket, { op: 11 });
    } else if (op === 2) identify(socket, d);
    else if (op === 3) history.presences.push(d);
    else if (op === 6) resume(socket, d);
  }

  function identify(socket: WebSocket, d: { token: string; shard: [number, number]; intents: number }): void {
    history.identifies.push(d);
    if (behaviour.closeOnIdentify !== undefined) {
      socket.close(behaviour.closeOnIdentify);
      return;
    }
    if (behaviour.swallowIdentifies > 0) {
      behaviour.swallowIdentifies -= 1;
      return;
    }
    const [shard, of] = d.shard;
    const session: Session = { id: nextId(), shard, of, seq: 0, events: [], socket, isEnded: false };
    const guilds = behaviour.guilds.filter(({ id }) => shardOf(id, of) === shard);
    sessions.set(session.id, session);
    dispatchTo(session, 'READY', {
      v: 10,
      user: { id: BOT_ID, username: 'wenzhai', discriminator: '0000', avatar: null, bot: true, global_name: null },
      application: { id: APPLICATION_ID, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: d.shard,
    });
    for (const guild of guilds) dispatchTo(session, 'GUILD_CREATE', guildPayload(guild));
  }

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    history.resumes += 1;
    const session = sessions.get(session_id);
    if (behaviour.swallowResumes > 0) {
      behaviour.swallowResumes -= 1;
      return;
    }
    if (session === undefined || session.isEnded || behaviour.invalidResumes > 0) {
      behaviour.invalidResumes -= 1;
      send(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    for (const event of session.events) if (event.s > seq) send(socket, { op: 0, ...event });
    dispatchTo(session, 'RESUMED', {});
  }

  function dispatchTo(session: Session, t: string, d: unknown): void {
    session.seq += 1;
    const event = { t, d, s: session.seq };
    session.events.push(event);
    if (session.events.length > 2_000) session.events.shift();
    if (session.socket !== undefined) send(session.socket, { op: 0, ...event });
  }

  function send(socket: WebSocket, payload: object): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
  }

  function url(): string {
    return `ws://127.0.0.1:${port}`;
  }

  /** The newest session of a shard: the one that the client believes in. */
  function current(shard = 0): Session {
    const session = [...sessions.values()].findLast((candidate) => candidate.shard === shard);
    if (session === undefined) throw new Error(`nobody has identified as shard ${shard}`);
    return session;
  }

  return {
    url: url(),
    behaviour,
    history,
    /** A server as the gateway tells of it. */
    guildPayload,
    dispatch: (t: string, d: unknown, shard = 0) => dispatchTo(current(shard), t, d),
    /** To each session that hears of a guild, or of direct messages: of a shard that two processes run there are two. One that nobody hears waits for who resumes. */
    dispatchIn(guild: string | undefined, t: string, d: unknown): void {
      const hearing = [...sessions.values()].filter(({ of, shard }) => shardOf(guild ?? '0', of) === shard);
      const live = hearing.filter(({ socket }) => socket !== undefined);
      for (const session of live.length > 0 ? live : hearing.slice(-1)) dispatchTo(session, t, d);
    },
    /** Dispatches an event again, as after a resume from too early a place. */
    replayLast(shard = 0): void {
      const { events, socket } = current(shard);
      const last = events.at(-1);
      if (socket !== undefined && last !== undefined) send(socket, { op: 0, ...last });
    },
    /** Any text as a frame, or binary. */
    sendFrame(frame: string | Buffer, shard = 0): void {
      current(shard).socket?.send(frame);
    },
    sendOp(op: number, d: unknown, shard = 0): void {
      const { socket } = current(shard);
      if (socket !== undefined) send(socket, { op, d } as object);
    },
    close(code: number, shard = 0): void {
      const { socket } = current(shard);
      if (socket === undefined) return;
      closedHere.add(socket);
      socket.close(code);
    },
    /** The connection is gone without a word. */
    cut(shard = 0): void {
      current(shard).socket?.terminate();
    },
    /** The connection stays, but this side no longer reads from it. */
    freeze(shard = 0): void {
      const { socket } = current(shard);
      (socket as unknown as { _socket: Socket })._socket.pause();
      if (socket !== undefined) socket.ping = () => {};
    },
    hasSessions: () => sessions.size > 0,
    isConnected: (shard = 0) => current(shard).socket !== undefined,
    /** Nothing listens on the port any more; connections that are open are cut. */
    async vanish(): Promise<void> {
      const closed = new Promise((resolve) => http.close(resolve));
      for (const socket of raw) socket.destroy();
      await closed;
    },
    reappear: () => listen(port),
    async stop(): Promise<void> {
      const closed = new Promise((resolve) => http.close(resolve));
      for (const socket of raw) socket.destroy();
      await closed;
    },
  };
}

/** https://docs.discord.com/developers/events/gateway#sharding */
export function shardOf(guild: string, shards: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(shards));
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>;

function guildPayload({ id, preferred_locale }: GatewayBehaviour['guilds'][number]) {
  return {
    id,
    name: 'A server',
    preferred_locale,
    owner_id: BOT_ID,
    roles: [{ id: BOT_ROLE_ID, name: 'wenzhai', permissions: '0', position: 1, tags: { bot_id: BOT_ID } }],
    emojis: [],
    stickers: [],
    features: [],
    channels: [{ id: CHANNEL_ID, type: 0, name: 'reading', position: 0, permission_overwrites: [] }],
    threads: [],
    members: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: '2021-11-23T01:21:00.000Z',
  };
}
