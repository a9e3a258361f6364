import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/files/kind.ts';
import { page } from './made-page.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('what a file holds', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a page named as text', Buffer.from(page()), 'a.txt', 'html'],
    ['a page in UTF-16', iconv.encode(page(), 'utf-16le', { addBOM: true }), 'a.txt', 'html'],
    [
      'a page behind a comment',
      Buffer.from(`<!-- saved from url=(0014)about:internet -->\n${page()}`),
      'a.txt',
      'html',
    ],
    [
      'a piece of a page’s source',
      Buffer.from('<div><p>城东的步道。</p><p>全长六公里。</p><p>沿着河堤。</p><br><span>完</span></div>'),
      'a.txt',
      'html',
    ],
    ['text with a few signs of HTML', Buffer.from('他在课上写下 <p> 和 </p>，问大家这是什么。'), 'a.txt', 'text'],
    [
      'Markdown with HTML in it',
      Buffer.from('# 步道\n\n<p align="center"><br><br><br><br><br><br><br></p>'),
      'a.md',
      'markdown',
    ],
    ['text', Buffer.from('城东的步道。'), 'a.TXT', 'text'],
    ['an article as JSON', Buffer.from('{}'), 'a.json', 'json'],
    ['a page that a site offers as a document', Buffer.from(page()), 'a.docx', 'html'],
    ['an archive named as text', zipSync({ 'a.txt': new Uint8Array(3) }), 'a.txt', 'zip'],
  ])('%s', (_, bytes, name, kind) => {
    expect(kindOf(bytes, name)).toBe(kind);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['a.docx', latin(''), /empty/],
    ['a.pdf', latin(''), /empty/],
    ['a.zip', latin(''), /empty/],
    ['a.txt', latin('{\\rtf1\\ansi'), /rich text/],
    ['a.txt', latin('bplist00'), /Safari/],
    ['a.html', latin('\x89PNG\r\n'), /picture/],
    ['a.html', latin('\xff\xd8\xff\xe0'), /picture/],
    ['a.zip', latin('Rar!\x1a'), /archive/],
    ['a.txt', latin('\0\0\0\x20ftypisom'), /sound or a film/],
    ['a.doc', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /old Word/],
    [
      'a.docx',
      Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /encrypted/,
    ],
    ['a.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(3) }), /spreadsheet/],
    ['a.zip', zipSync({ 'ppt/presentation.xml': new Uint8Array(3) }), /presentation/],
    ['a.zip', Buffer.from('城东的步道。'), /no zip archive/],
    ['a.docx', Buffer.from('城东的步道。'), /no Word document/],
    ['a.epub', zipSync({ 'META-INF/container.xml': new Uint8Array(3) }), /e-book/],
    ['a', Buffer.from('城东的步道。'), /no extension/],
  ])('%s that is not read is told by its bytes', (name, bytes, reason) => {
    expect(kindOf(bytes, name)).toMatchObject({ reason: expect.stringMatching(reason) });
  });
});
