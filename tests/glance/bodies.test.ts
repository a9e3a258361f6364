import { describe, expect, it } from 'vitest';
import { glanceAt } from '../../src/glance/glance.ts';
import { told } from './told.ts';

const named = (...paragraphs: string[]) => {
  const { organisations, places, documents } = glanceAt(told(...paragraphs));
  return [organisations, places, documents].map((entries) => entries.map(({ text }) => text).join(' '));
};

describe('organisations, places and documents', () => {
  it.each([
    ['翟川市高级人民法院终审认定，赔偿由沩州大学法学院说明。', ['翟川市高级人民法院 沩州大学法学院', '', '']],
    ['砺川置业由管理人接手，县水利局和区民政局派人来。', ['砺川置业 县水利局 区民政局', '', '']],
    ['永昌县城关镇赵家庄村在甘肃省，从苏州来的人多。', ['', '永昌县城关镇赵家庄村 甘肃省 苏州', '']],
    ['实施《文明行为促进条例》，《文明行为促进条例》管用。', ['', '', '《文明行为促进条例》']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    '该公司和有关部门到了现场，道德银行开张，城市社区与实验区不同。',
    '他们走弯路，入口在卡口旁，治国靠德治，群众得实惠。',
    '两所小学、一家医院、本地法院都在。',
  ])('none in: %s', (text) => {
    expect(named(text)).toEqual(['', '', '']);
  });
});
