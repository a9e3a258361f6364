import sqlite from 'node-sqlite3-wasm';
import { bigrams } from './bigrams.ts';
import type { Engine } from './engine.ts';

export const fts5: Engine = {
  name: 'SQLite FTS5',
  setup: 'over bigrams, joined by OR, bm25(); SQLite compiled to WebAssembly, in memory',
  build(passages) {
    const database = new sqlite.Database(':memory:');
    database.run("CREATE VIRTUAL TABLE passages USING fts5(terms, content='', tokenize='unicode61')");
    database.run('BEGIN');
    const insert = database.prepare('INSERT INTO passages(rowid, terms) VALUES (?, ?)');
    passages.forEach((text, number) => {
      insert.run([number + 1, bigrams(text).join(' ')]);
    });
    database.run('COMMIT');
    const search = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
    return (question, limit) => {
      const terms = [...new Set(bigrams(question))].map((term) => `"${term}"`);
      if (terms.length === 0) return [];
      return search.all([terms.join(' OR '), limit]).map(({ rowid }) => Number(rowid) - 1);
    };
  },
};
