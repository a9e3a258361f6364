import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partOf, readDatasets } from './datasets.ts';

function squad(title: string, answer: string): string {
  const context = '金昌市辖一区一县。市花是月季。';
  const answers = [{ id: '1', text: answer, answer_start: context.indexOf(answer) }];
  const qas = [{ id: 'q', question: '市花是什么？', answers }];
  return JSON.stringify({ version: '1', data: [{ title, id: 'd', paragraphs: [{ context, id: 'p', qas }] }] });
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'datasets-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('readDatasets', () => {
  it('reads both sets in order, with the answers at their offsets', () => {
    const folder = folderWith({
      'qa-drcd-dev.json': squad('月季', '月季'),
      'qa-cmrc-trial.json': squad('金昌', '一区一县'),
    });
    const documents = readDatasets(folder);
    expect(documents.map(({ set, title }) => [set, title])).toEqual([
      ['drcd', '月季'],
      ['cmrc', '金昌'],
    ]);
    const [paragraph] = documents[0]?.paragraphs ?? [];
    const [answer] = paragraph?.questions[0]?.answers ?? [];
    expect(paragraph?.text.slice(answer?.start).startsWith('月季')).toBe(true);
  });

  it('names the file that is missing or of another format', () => {
    expect(() => readDatasets(folderWith({}))).toThrow(/qa-drcd-dev\.json/);
    const broken = folderWith({ 'qa-drcd-dev.json': squad('a', '月季'), 'qa-cmrc-trial.json': '{"data": 1}' });
    expect(() => readDatasets(broken)).toThrow(/qa-cmrc-trial\.json/);
  });
});

describe('partOf', () => {
  it('puts a title in one part whatever its script', () => {
    expect(partOf('威廉·瓊斯')).toBe(partOf('威廉·琼斯'));
  });

  it('divides titles about 60 / 15 / 25', () => {
    const parts = Array.from({ length: 4000 }, (_, index) => partOf(`标题${index}`));
    const share = (part: string) => parts.filter((other) => other === part).length / parts.length;
    expect(share('train')).toBeCloseTo(0.6, 1);
    expect(share('dev')).toBeCloseTo(0.15, 1);
    expect(share('test')).toBeCloseTo(0.25, 1);
  });
});
