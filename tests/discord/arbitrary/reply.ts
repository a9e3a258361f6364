import fc from 'fast-check';
import type { Action, Block, Choice, Reply, Target } from '../../../src/chat/reply.ts';
import { nastyLine, nastyText } from './text.ts';

/** Any reply at all, many of them far over every budget. */

const long = fc.tuple(nastyText, fc.nat(60)).map(([text, times]) => text.repeat(times));
/** Few enough characters, but of three and four bytes each. */
const heavy = fc
  .tuple(fc.constantFrom('字', '網格', '𠮷', '😀', '\uFDFA', '\uFFFF'), fc.nat(4_000))
  .map(([characters, length]) => characters.repeat(length / characters.length));
const text = fc.oneof(
  { weight: 5, arbitrary: nastyText },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: heavy },
);
const line = fc.oneof(
  { weight: 5, arbitrary: nastyLine },
  { weight: 1, arbitrary: long.map((value) => value.replace(/\s/g, '')) },
  { weight: 1, arbitrary: heavy },
);
const address = fc.tuple(fc.nat(30), fc.nat(30)).map(([section, paragraph]) => `§${section}¶${paragraph}`);

const sentence = fc.record({ text: line, marked: fc.boolean() });
const paragraph = fc.record({ address, sentences: fc.array(sentence, { maxLength: 12 }) });

const target: fc.Arbitrary<Target> = fc.record({
  articleId: fc.constant('any'),
  hash: fc.stringMatching(/^[0-9a-f]{8,16}$/),
  address: fc.record({ section: fc.nat(400), paragraph: fc.nat(400) }),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('question' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), text, address }),
  fc.record({ kind: fc.constant('notice' as const), text }),
  fc.record({
    kind: fc.constant('quotation' as const),
    paragraphs: fc.array(paragraph, { maxLength: 6 }),
    converted: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('citation' as const), text }),
  fc.record({
    kind: fc.constant('summary' as const),
    label: line,
    sentences: fc.array(fc.record({ text, address }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('contents' as const),
    of: fc.constantFrom('sections' as const, 'articles' as const, 'names' as const),
    entries: fc.array(
      fc.record({ address, heading: text, size: line, summary: fc.array(text, { maxLength: 3 }), target }),
      {
        maxLength: 40,
      },
    ),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: line, value: text }), { maxLength: 10 }),
  }),
  fc.record({
    kind: fc.constant('differences' as const),
    pieces: fc.array(
      fc.record({ text, side: fc.constantFrom('theirs' as const, 'article' as const, 'both' as const) }),
      { maxLength: 8 },
    ),
    legend: fc.record({ theirs: text, article: text }),
  }),
  fc.record({ kind: fc.constant('suggestions' as const), label: line, items: fc.array(text, { maxLength: 8 }) }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'passage' as const,
      'section' as const,
      'contents' as const,
      'glance' as const,
      'pick' as const,
      'all' as const,
      'copy' as const,
      'post' as const,
      'picture' as const,
      'reshape' as const,
      'delete' as const,
    ),
    label: text,
    target,
    disabled: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    label: text,
    url: fc.oneof(fc.webUrl(), text, fc.constant('javascript:alert(1)'), fc.constant(`http://x.cn/${'a'.repeat(600)}`)),
  }),
);

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.constantFrom(
    'passage' as const,
    'section' as const,
    'contents' as const,
    'glance' as const,
    'pick' as const,
  ),
  placeholder: text,
  options: fc.array(fc.record({ label: text, description: text, target }), { maxLength: 40 }),
});

export const anyReply: fc.Arbitrary<Reply> = fc.record({
  visibility: fc.constantFrom('public' as const, 'private' as const),
  blocks: fc.array(block, { maxLength: 30 }),
  actions: fc.array(action, { maxLength: 15 }),
  choices: fc.array(choice, { maxLength: 6 }),
});

export const anyQuotation = fc.record({
  kind: fc.constant('quotation' as const),
  paragraphs: fc.array(
    fc.record({
      address,
      sentences: fc.array(fc.record({ text: nastyLine.map((value) => `${value}。`), marked: fc.boolean() }), {
        minLength: 1,
        maxLength: 30,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  converted: fc.boolean(),
});
