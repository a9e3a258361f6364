import type { OutgoingFile } from './render/rendered.ts';

/** Files as discord.js takes them. */
export function attached(files: readonly OutgoingFile[]) {
  return files.map((file) =>
    'png' in file
      ? { name: file.name, data: Buffer.from(file.png), contentType: 'image/png' }
      : { name: file.name, data: file.text, contentType: 'text/plain; charset=utf-8' },
  );
}

/** What a message says of its files: in the place of those that it had, where it had others. */
export function attachmentsOf(files: readonly OutgoingFile[]) {
  return files.map((file, id) => ({
    id: String(id),
    filename: file.name,
    ...('png' in file && file.description !== '' && { description: file.description }),
  }));
}
