import type { Locale } from '../../../chat/locale.ts';
import type { Held } from '../../api.ts';
import { textsIn } from '../texts/texts.ts';

export interface ArticlePickerProps {
  readonly held: readonly Held[] | undefined;
  readonly current: Held | undefined;
  readonly locale: Locale;
  readonly onPick: (held: Held) => void;
}

/** Which article is on the table; a choice where there are several. */
export function ArticlePicker({ held = [], current, locale, onPick }: ArticlePickerProps) {
  const title = current === undefined ? '' : `《${current.title}》`;
  if (held.length < 2) return <b class="picked">{title}</b>;
  return (
    <select
      class="picked"
      aria-label={textsIn(locale).pick}
      value={held.findIndex(({ id, shelf }) => id === current?.id && shelf === current.shelf)}
      onChange={({ currentTarget }) => {
        const picked = held[Number(currentTarget.value)];
        if (picked !== undefined) onPick(picked);
      }}
    >
      {held.map((one, at) => (
        <option key={one.shelf ?? one.id} value={at}>
          《{one.title}》
        </option>
      ))}
    </select>
  );
}
