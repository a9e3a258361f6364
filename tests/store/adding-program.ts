import { additionOf, ample, articleOf } from './samples.ts';
import { openIn } from './stores.ts';

/** Adds one article after the other to a server's library, and says of each that it is kept, until it is ended. */
const [, , folder = '', server = '', from = '0'] = process.argv;
const store = await openIn({ folder });
for (let number = Number(from); ; number += 1) {
  const file = { name: `${number}.pdf`, bytes: Buffer.alloc(400_000, `file ${number} `) };
  await store.add(server, additionOf(articleOf(`a${number}`, `第${number}篇`), { token: `t${number}`, file }), ample);
  process.stdout.write(`${number}\n`);
}
