import { writeFileSync } from 'node:fs';
import type { TreeEnsemble } from '../../src/retrieval/trees.ts';

const NOTE =
  'Trained by `npm run train` on the public sets DRCD (CC BY-SA 3.0, DRCKnowledgeTeam) and CMRC 2018 (CC BY-SA 4.0, ymcui). ' +
  'A tree is a leaf value or [feature, threshold, where smaller values go, where the others go].';

/** Writes an ensemble so that a person can read its differences: one name or tree a line. */
export function writeEnsemble(
  path: URL,
  { features, trees }: TreeEnsemble,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const lines = (values: readonly unknown[]): string => values.map((value) => `  ${JSON.stringify(value)}`).join(',\n');
  const head = Object.entries({ note: NOTE, ...more }).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  writeFileSync(
    path,
    `{\n${head.join(',\n')},\n"features": [\n${lines(features)}\n],\n"trees": [\n${lines(trees)}\n]\n}\n`,
  );
}
