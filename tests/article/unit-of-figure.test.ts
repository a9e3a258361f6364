import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { findLostBytes } from '../../src/article/lost-byte.ts';
import { applied } from '../../src/article/revision.ts';
import { UNREADABLE } from '../../src/article/unreadable.ts';

/** What is counted and measured with, alone and in twos. */
const UNITS =
  '年 月 日 时 分 秒 人 名 个 户 家 条 件 项 种 张 块 页 册 篇 章 集 场 座 栋 层 间 处 台 辆 架 艘 级 批 组 队 对 双 倍 成 元 角 斤 克 吨 米 尺 亩 升 度 箱 株 棵 滴 股 岁 次 万元 亿元 美元 港元 公里 公顷 毫米 平方米 平方公里 万吨 万亩 个百分点 小时'.split(
    ' ',
  );
const NUMBERS = ['3456', '九十八点六'];
const ENDS = ['。', '；'];

/** Every byte of the unit and of what stands behind it, lost one at a time. */
function* damaged(text: string, from: number): Iterable<string> {
  const bytes = iconv.encode(text, 'gbk');
  const first = iconv.encode(text.slice(0, from), 'gbk').length;
  const last = Math.min(bytes.length, first + iconv.encode(text.slice(from), 'gbk').length, first + 10);
  for (let byte = first; byte < last; byte += 1) {
    yield new TextDecoder('gbk').decode(Buffer.concat([bytes.subarray(0, byte), bytes.subarray(byte + 1)]));
  }
}

/** Characters of GBK's private area and marks, which are what bytes of two characters may become: no reader takes them for a unit. */
const NO_UNIT = /[\ue000-\uf8ff。，；]/g;

/** Whether the unit behind a figure is told as it was, or the sign stands for it or for the rest of it. */
function isHonest(told: string, before: string, unit: string): boolean {
  const beginnings = Array.from({ length: unit.length }, (_, at) => before + unit.slice(0, at) + UNREADABLE);
  // Numerals of two bytes may go with it.
  for (const length of [1, 2]) beginnings.push(before.slice(0, -length) + UNREADABLE);
  const written = [told, before + told.slice(before.length).replace(NO_UNIT, '')];
  return [before + unit, ...beginnings].some((beginning) => written.some((text) => text.startsWith(beginning)));
}

test.each(NUMBERS)('no unit is told behind %s that did not stand there, whatever byte is lost', (number) => {
  const wrong: string[] = [];
  let count = 0;
  for (const unit of UNITS) {
    for (const end of ENDS) {
      const before = `据介绍，今年全县有关指标达到${number}`;
      const clean = before + unit + end;
      for (const line of damaged(clean, before.length)) {
        const told = applied(line, findLostBytes(line));
        count += 1;
        if (!isHonest(told, before, unit)) wrong.push(`${clean} | ${line} | ${told}`);
      }
    }
  }
  expect(count).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
});
