import type { GoldDocument } from '../../training/datasets.ts';
import { type Pool, poolOf } from '../pool.ts';

const DOCUMENTS: readonly GoldDocument[] = [
  {
    set: 'drcd',
    title: '金昌',
    part: 'test',
    paragraphs: [
      {
        text: '金昌市位於甘肅省，盛產鎳礦。1981年設立地級市，管轄一區一縣。',
        questions: [
          { id: '1', question: '金昌市位於哪個省？', answers: [{ text: '甘肅省', start: 5 }] },
          { id: '2', question: '金昌市1981年設立了什麼？', answers: [{ text: '地級市', start: 21 }] },
        ],
      },
    ],
  },
  {
    set: 'drcd',
    title: '網球',
    part: 'test',
    paragraphs: [
      {
        text: '網球是兩人或四人之間的運動。1874年溫菲爾德在英國取得專利。',
        questions: [{ id: '3', question: '誰在英國取得專利？', answers: [{ text: '溫菲爾德', start: 19 }] }],
      },
    ],
  },
  {
    set: 'drcd',
    title: '馬祖',
    part: 'train',
    paragraphs: [{ text: '馬祖列島在閩江口。', questions: [{ id: '4', question: '馬祖在哪裡？', answers: [] }] }],
  },
];

/** Two test documents and one that is only searched. */
export const POOL: Pool = poolOf(DOCUMENTS);
