import type { IncomingMessage } from 'node:http';

/** A request's JSON and the names and texts of the files that came with it. */
export interface RequestBody {
  readonly json: unknown;
  readonly files: readonly string[];
  readonly texts: readonly string[];
  /** The files' bytes. */
  readonly contents?: readonly Uint8Array[];
}

/** Reads JSON, or a form with `payload_json` and files as Discord takes them. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { json: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [], texts: [] };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  return {
    json: JSON.parse(String(form.get('payload_json'))),
    files: files.map(({ name }) => name),
    texts: await Promise.all(files.map((file) => file.text())),
    contents: await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))),
  };
}
