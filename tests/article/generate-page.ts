import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArticle } from '../../src/article/parse.ts';
import { foundOf } from './page-case.ts';

/*
 * Makes a case of a page: `npm run page-case -- FILE NAME` puts the page into `tests/article/pages` and beside it what
 * is read out of it today, for a person to correct into what is right. A page of the project is made up: put other
 * people, places and figures into a real one, and leave nothing but its one fault.
 */
const [file, name] = process.argv.slice(2);
if (file === undefined || name === undefined || !/^[a-z\d-]+$/.test(name)) {
  console.error('usage: npm run page-case -- FILE NAME   (NAME says the fault: lower-case words with - between them)');
  process.exit(2);
}
const caseAt = (extension: string) => new URL(`pages/${name}.${extension}`, import.meta.url);
if (existsSync(caseAt('expected.json'))) {
  console.error(`there is a case ${name} already`);
  process.exit(1);
}
const page = readFileSync(file);
const found = Object.entries(foundOf(parseArticle(page, name))).filter(([, value]) => value !== null);
writeFileSync(caseAt('txt'), page);
writeFileSync(caseAt('expected.json'), `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`);
console.log(`tests/article/pages/${name}.expected.json holds what is read today: correct it into what is right`);
