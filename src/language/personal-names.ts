/** The hundred most frequent surnames (Ministry of Public Security, 2020) and some of public life: a name of two or three characters begins with one. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧肖潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文连宁颜阎詹柯洪童骆樊纪温',
);
/** Characters that foreign names are written with. */
const TRANSLITERATED = new Set(
  '阿埃艾安奥巴贝本比彼宾波博布查达戴丹德迪蒂杜多恩尔法费菲弗福夫盖甘戈格古瓜哈海汉赫亨胡霍基吉加贾杰金卡凯坎康柯科克肯库夸拉莱兰朗劳勒雷里利莉连林琳隆卢鲁路伦罗洛马玛迈曼芒梅门蒙米明莫姆穆纳娜内尼努诺欧帕派潘庞佩皮珀普奇恰乔切琼让热日瑞萨赛桑瑟森沙莎山什圣史士斯思索苏所塔泰坦唐汤特提图托瓦万威维韦魏温文沃乌武西希席夏香谢辛雪亚扬耶叶伊因英尤约泽詹珍兹祖佐丝茨鲍柏伯葡丘葛艺巫歇',
);

/** Whether a folded text begins as Chinese names do. */
export function beginsWithSurname(text: string): boolean {
  return SURNAMES.has(text.charAt(0));
}

/** Share of a folded text's UTF-16 units that foreign names are written with, 0 to 1. @param text not empty */
export function transliteratedShare(text: string): number {
  let count = 0;
  for (const character of text) if (TRANSLITERATED.has(character)) count += 1;
  return count / text.length;
}
