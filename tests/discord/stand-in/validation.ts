import { isDeepStrictEqual } from 'node:util';
import * as spec from 'discord-api-spec/zod';
import { messageProblems } from './message-rules.ts';
import type { RequestBody } from './request-body.ts';

interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown; error?: { message: string } };
}

/**
 * Checks a request's body by the schemas generated from Discord's published specification,
 * unknown fields included, and by the rules that they do not state.
 *
 * @returns what is wrong with it; empty for a good one
 */
export function bodyProblems(method: string, path: string, body: RequestBody): string[] {
  const { json, files } = body;
  if (method === 'POST' && path.endsWith('/callback')) return callbackProblems(json, files);
  if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)) {
    return [...schemaProblems(spec.MessageCreateRequestSchema, json), ...messageProblems(json, files)];
  }
  if (method === 'PATCH' && path.startsWith('/channels/')) {
    return [...schemaProblems(spec.MessageEditRequestPartialSchema, json), ...messageProblems(json, files)];
  }
  if (method === 'PATCH' && path.startsWith('/webhooks/')) {
    const schema = spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema;
    return [...schemaProblems(schema, json), ...messageProblems(json, files)];
  }
  if (method === 'POST' && path.startsWith('/webhooks/')) {
    return [...schemaProblems(spec.IncomingWebhookInteractionRequestSchema, json), ...messageProblems(json, files)];
  }
  if (method === 'PUT' && path.endsWith('/commands')) return commandProblems(json);
  return [];
}

function callbackProblems(json: unknown, files: readonly string[]): string[] {
  const { type, data } = json as { type?: number; data?: unknown };
  switch (type) {
    case 4:
      return [
        ...schemaProblems(spec.CreateMessageInteractionCallbackRequestSchema, json),
        ...messageProblems(data, files),
      ];
    case 5:
      return schemaProblems(spec.CreateMessageInteractionCallbackRequestSchema, json);
    case 6:
      return schemaProblems(spec.UpdateMessageInteractionCallbackRequestSchema, json);
    case 7:
      return [
        ...schemaProblems(spec.UpdateMessageInteractionCallbackRequestSchema, json),
        ...messageProblems(data, files),
      ];
    case 8:
      return [
        ...schemaProblems(spec.ApplicationCommandAutocompleteCallbackRequestSchema, json),
        ...choiceProblems(data),
      ];
    case 9:
      return [...schemaProblems(spec.ModalInteractionCallbackRequestSchema, json), ...formProblems(data)];
    default:
      return [`unknown type of callback ${type}`];
  }
}

/** At most five fields, no two of one name: https://docs.discord.com/developers/components/reference#label */
function formProblems(data: unknown): string[] {
  const { components } = data as { components: { type: number; component?: { custom_id: string } }[] };
  const names = components.map(({ component }) => component?.custom_id);
  const problems: string[] = [];
  if (components.length > 5) problems.push(`${components.length} fields`);
  if (components.some(({ type }) => type !== 18)) problems.push('a field without a label');
  if (new Set(names).size !== names.length) problems.push('two fields of one name');
  return problems;
}

function choiceProblems(data: unknown): string[] {
  const { choices } = data as { choices: { name: string; value: string }[] };
  const problems: string[] = [];
  if (choices.length > 25) problems.push(`${choices.length} choices`);
  if (choices.some(({ name }) => name.length < 1 || name.length > 100)) problems.push('a label of a wrong length');
  if (choices.some(({ value }) => value.length > 100)) problems.push('a value of a wrong length');
  if (new Set(choices.map(({ name }) => name)).size !== choices.length) problems.push('two equal labels');
  return problems;
}

function commandProblems(json: unknown): string[] {
  if (!Array.isArray(json)) return ['no list of commands'];
  return json.flatMap((command: { type?: number; name: string }) => {
    const problems = schemaProblems(spec.ApplicationCommandUpdateRequestSchema, command);
    // https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
    const isSlash = (command.type ?? 1) === 1;
    if (isSlash && !/^[-_'\p{L}\p{N}\p{Script=Deva}\p{Script=Thai}]{1,32}$/u.test(command.name))
      problems.push('a bad name');
    if (isSlash && command.name !== command.name.toLowerCase()) problems.push('a name in upper case');
    return problems;
  });
}

function schemaProblems(schema: Schema, value: unknown): string[] {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return [parsed.error?.message ?? 'does not fit'];
  // The schemas leave out fields that they do not know.
  return isDeepStrictEqual(parsed.data, value) ? [] : [`unknown fields: ${JSON.stringify(value)}`];
}
