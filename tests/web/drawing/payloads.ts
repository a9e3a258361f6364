import type { DrawnMessage } from './page.tsx';

export const SELECT = {
  type: 3,
  custom_id: 'go',
  placeholder: '跳到……',
  options: [
    { label: '第一节', value: '1', description: '六段' },
    { label: '第二节', value: '2' },
  ],
};

const MARKDOWN = `# 一
## 二
### 三
-# 小字 <t:1618953630> <t:1618953630:D>
**粗** *斜* __线__ ~~划~~ ||藏|| \`码\` [链接](https://people.cn/) <@1> <@&2> <#3> </ask:4> @everyone <:smile:5>
> 引文
> - 一
>   - 二
1. 甲
2. 乙
\`\`\`js
const ${'x'.repeat(120)} = 1;
\`\`\``;

/** Every kind of component that Discord has in messages, and all of its markdown. */
export const EVERYTHING: readonly DrawnMessage[] = [
  {
    title: 'everything',
    locale: 'zh-CN',
    files: [],
    body: {
      flags: 32_768 | 64,
      components: [
        { type: 10, content: MARKDOWN },
        {
          type: 17,
          accent_color: 0x2ecc71,
          components: [
            {
              type: 9,
              components: [{ type: 10, content: '旁有图' }],
              accessory: { type: 11, media: { url: 'https://x.test/a.png' } },
            },
            { type: 14, divider: false, spacing: 2 },
            {
              type: 12,
              items: [
                { media: { url: 'attachment://b.png' }, description: '一张图' },
                { media: { url: 'https://x.test/c.png?d' } },
              ],
            },
            { type: 13, file: { url: 'attachment://not-there.txt' } },
            { type: 14 },
            {
              type: 1,
              components: [
                ...[1, 2, 3, 4].map((style) => ({ type: 2, style, label: `样式${style}`, custom_id: `style${style}` })),
                { type: 2, style: 5, label: '网页', url: 'https://people.cn/' },
              ],
            },
            {
              type: 1,
              components: [
                { type: 2, style: 1, label: '停用', custom_id: 'off', disabled: true },
                { type: 2, style: 2, emoji: { name: '👍' }, custom_id: 'emoji' },
                { type: 2, style: 2, emoji: { name: 'own', id: '1' }, label: '自己的', custom_id: 'own' },
              ],
            },
            ...[5, 6, 7, 8].map((type) => ({ type: 1, components: [{ type, custom_id: `select${type}` }] })),
          ],
        },
        { type: 999, content: 'not drawn' },
      ],
    },
  },
];
/** What its buttons and links are called, in the order of reading. */
export const EVERYTHING_NAMES = [
  '链接',
  '样式1',
  '样式2',
  '样式3',
  '样式4',
  '网页',
  '停用',
  '👍',
  ':own:自己的',
  ...Array(4).fill('请选择'),
];

export const EVIL = '<script>window.hurt=1</script><img src=x onerror="window.hurt=1">[x](javascript:window.hurt=1)';
/** Of somebody who wants more than to be read. */
export const HOSTILE = {
  content: `${EVIL} https://x.test/"onmouseover="hurt \u202e反着写\u202e ${'\u0301'.repeat(200)} ${'长'.repeat(500)}${'w'.repeat(500)}`,
  components: [
    {
      type: 17,
      accent_color: Number.NaN,
      components: [
        { type: 1, components: [{ type: 2, style: 5, label: EVIL, url: 'javascript:window.hurt=1' }] },
        { type: 1, components: [{ type: 2, style: 2, label: EVIL, custom_id: EVIL, emoji: { name: EVIL } }] },
        {
          type: 1,
          components: [{ type: 3, custom_id: EVIL, placeholder: EVIL, options: [{ label: EVIL, value: EVIL }] }],
        },
        { type: 12, items: [{ media: { url: 'javascript:window.hurt=1' }, description: EVIL }] },
        { type: 13, file: { url: `attachment://${EVIL}` } },
      ],
    },
  ],
};
