import { hasSurname } from '../article/bylines/person-name.ts';

/** The Hundred Family Surnames, those of one character: rarer ones among them than bylines have. */
const HUNDRED_FAMILIES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福邝辜庹迟苑肖付邸亓冼覃练植占揭粟候尉涂雒牵逯矫栗仝揣郗亓郏',
);
/** In the list, and hardly ever anybody's. */
const HARDLY_ANYBODY = new Set(
  '有海养家水年爱法公能通权益红空东都步终充宰居国富山广归相后别束须勾况言福印咸从寿付占候言',
);
const HAN = /^\p{Script=Han}{2,4}$/u;

/** Whether a folded run of Han begins with a surname and is as long as a Chinese name. */
export function beginsAsName(run: string): boolean {
  if (hasSurname(run)) return true;
  const first = run.charAt(0);
  return HAN.test(run) && run.length < 4 && HUNDRED_FAMILIES.has(first) && !HARDLY_ANYBODY.has(first);
}
