/** Words by which the text beside a stretch tells the stretch's part in its sentence; over folded text. */
interface SideWords {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Found at the end of the four characters before the stretch. */
export const WORDS_BEFORE: readonly SideWords[] = [
  { name: 'copula', pattern: /(?:是|为|成|作|即|乃|系)$/ },
  { name: 'naming', pattern: /(?:称|叫|名|曰|号|谓|称为|名为|称作|叫做|称之为)$/ },
  { name: 'agent', pattern: /(?:由|被|让|受|遭|获|经)$/ },
  { name: 'place', pattern: /(?:在|于|到|至|自|从|往|向)$/ },
  { name: 'companion', pattern: /(?:、|和|与|及|跟|同|或)$/ },
  { name: 'means', pattern: /(?:以|用|靠|将|把|对|因)$/ },
  { name: 'possessor', pattern: /的$/ },
  { name: 'possession', pattern: /(?:有|包括|包含|分为|括|含|设)$/ },
  { name: 'mark', pattern: /[，,。；;：:]$/ },
  { name: 'opening', pattern: /[《“「『"(（]$/ },
  { name: 'nothing', pattern: /^$/ },
];

/** Found at the beginning of the two characters behind it. */
export const WORDS_AFTER: readonly SideWords[] = [
  { name: 'copula', pattern: /^(?:是|为|成|即|乃)/ },
  { name: 'possession', pattern: /^的/ },
  { name: 'companion', pattern: /^(?:、|和|与|及|跟|同|或)/ },
  { name: 'others', pattern: /^等/ },
  { name: 'mark', pattern: /^[，,。；;：:！？]/ },
  { name: 'closing', pattern: /^[》”」』")）]/ },
  { name: 'bracket', pattern: /^[(（]/ },
  { name: 'place', pattern: /^(?:在|于|到|至|自|从)/ },
  { name: 'nothing', pattern: /^$/ },
];
