import { describe, expect, test } from 'vitest';
import { simplifiedCharacters } from '../../src/language/simplified-text.ts';

function inSimplified(text: string, names: readonly string[] = []): string {
  return simplifiedCharacters(text, names).join('');
}

function pairs(lines: string): string[][] {
  return lines
    .split(/[;\n]/)
    .map((pair) => pair.trim().split(' '))
    .filter(([from]) => from !== '');
}

describe('in Simplified characters', () => {
  test.each(
    pairs(`
    看著展品 看着展品; 著名作家 著名作家; 兩位著名人物 两位著名人物; 隨著 随着; 穿著 穿着; 顯著 显著; 他所著的書 他所著的书; 沿著河 沿着河; 著手 着手; 土著 土著
    乾隆 乾隆; 乾淨 干净; 幹部 干部; 干涉 干涉; 乾興元年 乾兴元年; 乾坤 乾坤; 餅乾 饼干; 乾杯 干杯; 康乾盛世 康乾盛世
    頭髮 头发; 發現 发现; 皇后 皇后; 後來 后来; 裡面 里面; 裏面 里面; 鄰里 邻里; 公里 公里
    軟體 软体; 滑鼠 滑鼠; 計畫 计划; 規範 规范; 范先生 范先生; 於是 于是; 坐落於倫敦 坐落于伦敦; 位於 位于
    瞭解 了解; 瞭望 瞭望; 藉口 借口; 慰藉 慰藉; 狼藉 狼藉; 憑藉 凭借; 徵求 征求; 徵調 征调; 象徵 象征; 長征 长征
    麵條 面条; 面對 面对; 鐘錶 钟表; 鍾情 钟情; 鍾先生 钟先生; 臺灣 台湾; 颱風 台风; 檯面 台面; 隻身 只身; 只有 只有
    什麼 什么; 甚麼 甚么; 怎麼 怎么; 覆蓋 覆盖; 回覆 回复; 反覆 反复; 複雜 复杂; 恢復 恢复; 歷史 历史; 日曆 日历
    衛生 卫生; 衞生 卫生; 綫路 线路; 啟發 启发; 啓發 启发; 群眾 群众; 羣衆 群众; 為了 为了; 爲了 为了; 說話 说话; 説話 说话
    繫鞋帶 系鞋带; 關係 关系; 系統 系统; 聯繫 联系; 鬆開 松开; 松樹 松树; 稻穀 稻谷; 山谷 山谷; 準備 准备; 批准 批准
    夥伴 伙伴; 傢俱 家具; 慾望 欲望; 週刊 周刊; 周圍 周围; 佈置 布置; 佔領 占领; 裡程碑 里程碑; 甦醒 苏醒; 薑湯 姜汤; 姜先生 姜先生
    蔔 卜; 雲南 云南; 人云亦云 人云亦云; 沖洗 冲洗; 衝突 冲突; 彙報 汇报; 匯款 汇款; 獲得 获得; 收穫 收获; 鬱悶 郁闷; 暱稱 昵称; 鍾馗 钟馗
    一齣戲 一出戏; 捲土重來 卷土重来; 醜陋 丑陋; 丑時 丑时; 鬥爭 斗争; 北斗 北斗; 嚮往 向往; 方向 方向; 籤詩 签诗; 簽名 签名`),
  )('%s → %s', (traditional = '', simplified = '') => {
    expect(inSimplified(traditional)).toBe(simplified);
  });
});

test('names keep what Simplified names are written with as well', () => {
  expect(inSimplified('於梅說，魏徵與畢昇乾杯', ['於梅', '魏徵', '畢昇'])).toBe('於梅说，魏徵与毕昇干杯');
  expect(inSimplified('李乾和鄭發財乾杯', ['李乾', '鄭發財'])).toBe('李乾和郑发财干杯');
});

test('what is Simplified stays', () => {
  const text = '随着时间推移，于海发在昌都里社区，乾隆年间的范围、王后镇、头发。';
  expect(inSimplified(text)).toBe(text);
});
