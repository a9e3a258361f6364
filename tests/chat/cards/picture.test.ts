import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/chat/command.ts';
import { undrawnReply, withDrawn } from '../../../src/chat/drawn.ts';
import { LOCALES, scriptOf } from '../../../src/chat/locale.ts';
import { navigate } from '../../../src/chat/navigate.ts';
import type { Reply, Target } from '../../../src/chat/reply.ts';
import { runCommand } from '../../../src/chat/run.ts';
import { textsIn } from '../../../src/chat/texts/texts.ts';
import { createLibrary } from '../../../src/library/open.ts';
import { commands, noticeOf, one, paragraph, seed, two } from '../../commands/run.ts';

const readerIn = (locale: Context['locale'], library = one): Context => ({
  library,
  locale,
  script: scriptOf(locale),
  pictures: true,
});

/** Where a reply's button for a picture leads. */
function pictureTarget({ actions }: Reply): Target {
  const [action] = actions.flatMap((one) => (one.kind === 'picture' ? [one] : []));
  if (action === undefined) throw new Error('there is no button for a picture');
  return action.target;
}

const textIn = ({ picture }: Reply) =>
  picture?.paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(''));

describe('the picture of a quotation', () => {
  it.each(LOCALES)('is offered in %s, as it was published, in words of the reader’s', async (locale) => {
    const context = readerIn(locale);
    const texts = textsIn(locale);
    const quoted = await runCommand(commands, 'quote', { passage: '2.1-2.2' }, context);
    expect(quoted.actions.map(({ label }) => label)).toContain(texts.labels.picture);
    const { visibility, picture, actions } = navigate('picture', pictureTarget(quoted), context);
    expect(visibility).toBe('private');
    expect(textIn({ picture } as Reply)).toEqual([paragraph(2, 1), paragraph(2, 2)]);
    expect(picture).toMatchObject({
      title: seed.title,
      details: ['金昌日报', '2021年11月23日09:21', '§2¶1–2'],
      script: 'hans',
      shape: 'landscape',
      words: { before: texts.labels.leftOutBefore, behind: texts.labels.leftOutBehind },
    });
    expect(actions.map(({ label }) => label)).toEqual([texts.labels.post, texts.labels.square]);
  });

  it('is posted and changed in shape from where its buttons lead', async () => {
    const context = readerIn('zh-CN');
    const quoted = await runCommand(commands, 'quote', { passage: '2.1' }, context);
    const [post, reshape] = navigate('picture', pictureTarget(quoted), context).actions;
    if (post?.kind !== 'post' || reshape?.kind !== 'reshape') throw new Error('other buttons');
    const square = navigate('reshape', reshape.target, context);
    expect(square.picture?.shape).toBe('square');
    expect(square.actions.map(({ label }) => label)).toEqual(['发到频道', '横版']);
    const posted = navigate('post', post.target, context);
    expect([posted.visibility, posted.picture?.shape]).toEqual(['public', 'landscape']);
    // Copied it is a quotation as any.
    const copied = navigate('copy', post.target, context);
    expect([copied.picture, copied.blocks[0]?.kind]).toEqual([undefined, 'quotation']);
  });

  it('names the article in its address where there are several', async () => {
    const context = readerIn('zh-CN', two);
    const quoted = await runCommand(commands, 'quote', { passage: 'jinchang§2¶1' }, context);
    const { picture } = navigate('picture', pictureTarget(quoted), context);
    expect(picture?.details.at(-1)).toBe('jinchang§2¶1');
  });

  it('is not offered where it cannot be shown', async () => {
    const { pictures: _, ...context } = readerIn('zh-CN');
    const quoted = await runCommand(commands, 'quote', { passage: '2.1' }, context);
    expect(quoted.actions.map(({ kind }) => kind)).not.toContain('picture');
  });
});

describe('the picture of a passage', () => {
  const marked: Target = { articleId: seed.id, hash: seed.hash, address: { section: 2, paragraph: 2 }, marked: 1 };
  const square: Target = { ...marked, picture: 'square' };

  it('has its sentence set off, in the reader’s script where the card is', () => {
    const { picture } = navigate('picture', square, readerIn('zh-TW'));
    expect(picture?.script).toBe('hant');
    expect(picture?.words.converted).toBe('原文為簡體，轉為繁體字顯示');
    expect(picture?.title).toBe('匯音聚符共奏和諧曲');
    expect(picture?.details.at(-1)).toBe('第2節第2段（§2¶2）');
    const sentences = picture?.paragraphs[0]?.sentences ?? [];
    expect(sentences.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([sentences[1]?.text]);
    expect(textIn({ picture } as Reply)?.[0]).toContain('不久前，隨著新冠肺炎疫情');
  });

  it('is as published for who reads that script', () => {
    const { picture } = navigate('picture', square, readerIn('zh-CN'));
    expect([picture?.script, picture?.words.converted]).toEqual(['hans', undefined]);
    expect(textIn({ picture } as Reply)).toEqual([paragraph(2, 2)]);
  });

  it('says what the sign in it means that stands for what cannot be read', () => {
    const [first, second, third, ...others] = seed.sections;
    if (third === undefined) throw new Error('no third section');
    const damaged = { ...third, paragraphs: ['损坏\ufffd了的一句。', ...third.paragraphs.slice(1)] };
    const sections = [first, second, damaged, ...others].flatMap((section) => section ?? []);
    const context = readerIn('zh-CN', createLibrary([{ ...seed, sections }]));
    const at = { ...square, address: { section: third.number, paragraph: 1 }, marked: 0 };
    expect(noticeOf(navigate('picture', at, context))).toContain('原文受损');
  });
});

describe('what is said of a drawn picture', () => {
  const reply: Reply = { visibility: 'private', blocks: [], actions: [], choices: [] };
  const drawn = { png: new Uint8Array(), shown: '', isWhole: true, undrawn: [] };

  it.each(LOCALES)('in %s is what it lacks', (locale) => {
    expect(withDrawn(reply, drawn, locale).blocks).toEqual([]);
    const texts = textsIn(locale);
    const said = withDrawn(reply, { ...drawn, isWhole: false, undrawn: Array(30).fill('𠮷') }, locale);
    expect(said.blocks.map((block) => (block.kind === 'notice' ? block.text : ''))).toEqual([
      texts.pictureInPart(),
      texts.undrawn(Array(10).fill('𠮷')),
    ]);
    expect(noticeOf(undrawnReply(locale))).toBe(texts.noPicture());
  });
});
