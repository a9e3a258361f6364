import { createChannelLimits } from './channel-limits.ts';
import { createDiscordState, type StoredMessage } from './discord-state.ts';
import type { Fault, PlannedFault } from './faults.ts';
import { startGateway } from './gateway.ts';
import { BOT_ID, CHANNEL_ID, GUILD_ID, nextId, USER_ID } from './ids.ts';
import { messagePayload, optionsOf, ownersOf, personOf, type Who, writtenMessage } from './payloads.ts';
import { problemsOf, type RecordedRequest, startRest } from './rest.ts';

export const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.GstAnd.in-canary-token-that-must-never-be-printed';

/**
 * A stand-in for Discord on loopback: its HTTP interface and its gateway over real sockets,
 * with a person's hands (`slash`, `click`, `write`) and a planner of faults. It checks every
 * body it gets; `problems` holds what was wrong.
 *
 * @param keep how many requests are remembered
 * @param checksAtOnce false leaves the bodies to `checkBodies`, where it is measured how long things take
 */
export async function startStandIn({ keep = 5_000, checksAtOnce = true } = {}) {
  const state = createDiscordState();
  const gateway = await startGateway();
  gateway.behaviour.guilds = [{ id: GUILD_ID, preferred_locale: 'zh-CN' }];
  const requests: RecordedRequest[] = [];
  /** Who does what nobody else is said to do. */
  const self = { user: USER_ID };
  const arrived: string[] = [];
  const problems: string[] = [];
  const faults: PlannedFault[] = [];
  const session = { shards: 1, remaining: 1000 };
  const channelLimits = createChannelLimits();
  const waiting = new Set<() => void>();
  const rest = await startRest({
    state,
    gatewayUrl: gateway.url,
    token: TOKEN,
    faults,
    session,
    channelLimits,
    checksAtOnce,
    onArrival(path) {
      arrived.push(path);
      if (arrived.length > keep) arrived.shift();
      for (const check of waiting) check();
    },
    onRequest(request) {
      requests.push(request);
      if (requests.length > keep) requests.shift();
      for (const check of waiting) check();
    },
    onProblem: (problem) => problems.push(problem),
  });

  /** Resolves when something is so; looks at every request and every few milliseconds. */
  function until(isSo: () => boolean, ms = 5_000, what = 'what was waited for'): Promise<void> {
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + ms;
      const timer = setInterval(check, 5);
      function check(): void {
        const late = performance.now() > deadline;
        if (!isSo() && !late) return;
        clearInterval(timer);
        waiting.delete(check);
        if (isSo()) resolve();
        else reject(new Error(`${what} did not happen within ${ms} ms`));
      }
      waiting.add(check);
      check();
    });
  }

  function interact(type: number, data: object, who: Who, message?: StoredMessage) {
    const id = nextId();
    const token = `interaction-token-${id}`;
    const channel = who.channel ?? CHANNEL_ID;
    state.addInteraction({ id, token, channelId: channel, componentMessage: message?.id });
    const payload = {
      id,
      token,
      type,
      application_id: '1000000000000000001',
      version: 1,
      channel_id: channel,
      channel: {
        id: channel,
        type: who.guild === null ? 1 : who.parent === undefined ? 0 : 11,
        ...(who.parent === undefined ? {} : { parent_id: who.parent }),
      },
      locale: who.locale ?? 'zh-CN',
      entitlements: [],
      authorizing_integration_owners: ownersOf({ ...self, ...who }),
      context: who.guild === null ? 1 : 0,
      attachment_size_limit: 10_000_000,
      app_permissions: '0',
      data,
      ...personOf({ ...self, ...who }),
      ...(message === undefined ? {} : { message: messagePayload(message, BOT_ID) }),
    };
    // Without a bot on the gateway the payload is for the test to hand over.
    const guild = who.guild === undefined ? GUILD_ID : who.guild;
    if (gateway.hasSessions()) gateway.dispatchIn(guild ?? undefined, 'INTERACTION_CREATE', payload);
    return { id, token, payload };
  }

  return {
    apiUrl: rest.url,
    self,
    gateway,
    state,
    /** Paths of requests that have come, whatever became of them. */
    arrived,
    requests,
    problems,
    session,
    channelLimits,
    until,
    /** Checks all bodies that are remembered, and forgets them. */
    checkBodies(): void {
      problems.push(...requests.splice(0).flatMap(problemsOf));
    },
    plan(method: string, path: RegExp, fault: Fault, times = 1): void {
      faults.push({ method, path, fault, times });
    },
    slash: (name: string, options: Readonly<Record<string, string | boolean>> = {}, who: Who = {}) =>
      interact(2, { id: nextId(), name, type: 1, options: optionsOf(options) }, who),
    useOnMessage: (name: string, content: string, who: Who = {}) => {
      const target_id = nextId();
      const messages = { [target_id]: { id: target_id, content, author: { id: USER_ID, username: 'u' } } };
      return interact(2, { id: nextId(), name, type: 3, target_id, resolved: { messages } }, who);
    },
    type: (name: string, option: string, value: string, others: Readonly<Record<string, string>> = {}, who: Who = {}) =>
      interact(
        4,
        {
          id: nextId(),
          name,
          type: 1,
          options: [...optionsOf(others), { name: option, type: 3, value, focused: true }],
        },
        who,
      ),
    /** A command of subcommands, with options of any type. */
    subcommand: (
      name: string,
      subcommand: string,
      options: readonly object[] = [],
      resolved: object = {},
      who: Who = {},
    ) => interact(2, { id: nextId(), name, type: 1, options: [{ name: subcommand, type: 1, options }], resolved }, who),
    /** A message command on a message that has more than words. */
    useOn: (name: string, message: object, who: Who = {}) => {
      const target_id = nextId();
      const author = { id: USER_ID, username: 'u' };
      const messages = { [target_id]: { id: target_id, content: '', author, ...message } };
      return interact(2, { id: nextId(), name, type: 3, target_id, resolved: { messages } }, who);
    },
    typeIn: (name: string, subcommand: string, option: string, value: string, who: Who = {}) => {
      const options = [{ name: option, type: 3, value, focused: true }];
      return interact(4, { id: nextId(), name, type: 1, options: [{ name: subcommand, type: 1, options }] }, who);
    },
    /** Sends a form that was filled in. @param message the one whose control has opened it */
    submit: (
      { custom_id }: OpenForm,
      filled: Readonly<Record<string, string | readonly SentFile[]>>,
      who: Who = {},
      message?: StoredMessage,
    ) => {
      const attachments: Record<string, SentFile> = {};
      const components = Object.entries(filled).map(([name, value]) => {
        if (typeof value === 'string') return { type: 18, component: { type: 4, custom_id: name, value } };
        const values = value.map((file) => {
          attachments[file.id] = file;
          return file.id;
        });
        return { type: 18, component: { type: 19, custom_id: name, values } };
      });
      return interact(5, { custom_id, components, resolved: { attachments } }, who, message);
    },
    /** The form that an interaction was answered with; waits for it. */
    async form({ token }: { token: string }): Promise<OpenForm> {
      await until(() => state.interactions.get(token)?.acknowledgedWith === 9, undefined, 'a form');
      return state.interactions.get(token)?.data as OpenForm;
    },
    click: (message: StoredMessage, custom_id: string, who: Who = {}) =>
      interact(3, { custom_id, component_type: 2 }, who, message),
    choose: (message: StoredMessage, custom_id: string, value: string | readonly string[], who: Who = {}) =>
      interact(3, { custom_id, component_type: 3, values: [value].flat() }, who, message),
    write: (content: string, who: Who & { readonly replyTo?: StoredMessage; readonly extra?: object } = {}) => {
      const { guild = GUILD_ID } = who;
      const payload = writtenMessage(content, { ...self, ...who });
      if (gateway.hasSessions()) gateway.dispatchIn(guild ?? undefined, 'MESSAGE_CREATE', payload);
      return payload;
    },
    /** A message of the bot's as the gateway sends it. */
    payloadOf: (message: StoredMessage) => ({ ...messagePayload(message, BOT_ID), guild_id: GUILD_ID }),
    /** The message that an interaction was answered with; waits for it. */
    async answer({ token }: { token: string }, ms?: number): Promise<StoredMessage> {
      await until(() => state.interactions.get(token)?.acknowledgedWith !== undefined, ms, 'an answer');
      const message = state.messages.get(state.interactions.get(token)?.original ?? '');
      if (message === undefined) throw new Error('the interaction was answered without a message');
      return message;
    },
    /** What was suggested; waits for it. */
    async suggestions({ token }: { token: string }): Promise<readonly { name: string; value: string }[]> {
      await until(() => state.interactions.get(token)?.acknowledgedWith === 8, undefined, 'suggestions');
      const data = state.interactions.get(token)?.data as { choices: { name: string; value: string }[] } | undefined;
      return data?.choices ?? [];
    },
    /** When an interaction has its answer, which may have been announced first; waits for it. Milliseconds of `performance.now()`. */
    answered: ({ token }: { token: string }) => state.answered(token),
    /** The message that was posted as a reply to another; waits for it. */
    async replyTo({ id }: { id: string }, ms?: number): Promise<StoredMessage> {
      const find = () => [...state.messages.values()].find(({ referenced }) => referenced === id);
      await until(() => find() !== undefined, ms, 'a reply');
      return find() as StoredMessage;
    },
    async stop(): Promise<void> {
      await gateway.stop();
      await rest.stop();
    },
  };
}

/** A form as the bot has asked for it. */
export interface OpenForm {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly {
    readonly label: string;
    readonly description?: string;
    readonly component: { readonly type: number; readonly custom_id: string; readonly value?: string };
  }[];
}

/** A file that somebody has sent, as Discord tells of it. */
export interface SentFile {
  readonly id: string;
  readonly filename: string;
  readonly title?: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;
