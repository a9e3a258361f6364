import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { EmojiPicture } from './button.tsx';
import { foreignLanguage } from './foreign.ts';
import { Icon } from './icon.tsx';
import type { Component, SelectOption } from './payload.ts';
import { useSurroundings } from './surroundings.ts';

const CHEVRON = 'm6 9 6 6 6-6';

/**
 * A select of texts, opened below itself as Discord does: the browser's own would choose whatever an arrow
 * key passes over. By the pattern for these: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-select-only/
 * Where several may be chosen they are handed on when the list is closed.
 */
export function StringSelect({ select }: { readonly select: Component }) {
  const { texts, onUse } = useSurroundings();
  const { custom_id, options = [], placeholder, disabled = false, max_values = 1 } = select;
  const isMany = max_values > 1;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState(() => untouched(select));
  // A card that was changed has a select in which nothing is chosen yet.
  const { isOpen, active, chosen } = kept.of === select ? kept : untouched(select);
  const change = (part: Partial<Touched>) =>
    setKept((before) => ({ ...(before.of === select ? before : untouched(select)), ...part }));

  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      close();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  });
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-list`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, id]);
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active, id]);

  function open(): void {
    if (disabled) return;
    const first = options.findIndex(({ value }) => chosen.includes(value));
    change({ isOpen: true, active: Math.max(0, first) });
  }

  /** Without a choice of one; several are handed on as they are. */
  function close(): void {
    change({ isOpen: false });
    if (isMany && chosen.length >= (select.min_values ?? 1)) use(chosen);
  }

  function use(values: readonly string[]): void {
    if (custom_id !== undefined) onUse({ customId: custom_id, values });
  }

  function choose(at: number): void {
    const value = options[at]?.value;
    if (value === undefined) return;
    if (isMany) {
      const others = chosen.filter((other) => other !== value);
      change({ chosen: others.length < chosen.length ? others : [...chosen, value].slice(-max_values) });
      return;
    }
    change({ isOpen: false, chosen: [value] });
    use([value]);
  }

  function press(event: KeyboardEvent): void {
    const { key } = event;
    if (!isOpen) {
      if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) return;
      event.preventDefault();
      open();
      return;
    }
    const last = options.length - 1;
    const to = { ArrowDown: Math.min(last, active + 1), ArrowUp: Math.max(0, active - 1), Home: 0, End: last }[key];
    if (to !== undefined) change({ active: to });
    else if (key === 'Enter' || key === ' ') choose(active);
    else if (key === 'Escape' || key === 'Tab') close();
    else return;
    if (key !== 'Tab') event.preventDefault();
  }

  const label = placeholder ?? texts.choose;
  const shown = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  return (
    <div class="discord-select" ref={box}>
      <button
        type="button"
        class="discord-select-box"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        disabled={disabled}
        onClick={() => (isOpen ? close() : open())}
        onKeyDown={press}
      >
        {shown.length > 0 ? (
          <span class="discord-select-chosen">{shown.join('、')}</span>
        ) : (
          <span class="discord-select-placeholder">{label}</span>
        )}
        <Icon path={CHEVRON} size={20} />
      </button>
      <div class="discord-select-list" role="listbox" id={`${id}-list`} aria-label={label} hidden={!isOpen}>
        {options.map((option, at) => (
          <Option
            option={option}
            id={`${id}-${at}`}
            isActive={at === active}
            isChosen={chosen.includes(option.value)}
            onPoint={() => at !== active && change({ active: at })}
            onChoose={() => choose(at)}
          />
        ))}
      </div>
    </div>
  );
}

/** What somebody has done with a select. */
interface Touched {
  readonly of: Component;
  readonly isOpen: boolean;
  /** Which option the keyboard is at. */
  readonly active: number;
  readonly chosen: readonly string[];
}

function untouched(select: Component): Touched {
  const defaults = (select.options ?? []).filter((option) => option.default === true);
  return { of: select, isOpen: false, active: 0, chosen: defaults.map(({ value }) => value) };
}

interface OptionProps {
  readonly option: SelectOption;
  readonly id: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ option, id, isActive, isChosen, onPoint, onChoose }: OptionProps) {
  const { locale } = useSurroundings();
  const { label, description, emoji } = option;
  return (
    // The keyboard is with the box: options are never focused themselves.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      class={`discord-option${isActive ? ' discord-option-active' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      lang={foreignLanguage(label, locale)}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <EmojiPicture emoji={emoji} />
      <span class="discord-option-text">
        <span class="discord-option-label">{label}</span>
        {description === undefined ? null : <span class="discord-option-description">{description}</span>}
      </span>
    </div>
  );
}

/** A select of people, roles or channels: which there are only Discord knows. */
export function DiscordsOwnSelect({ select }: { readonly select: Component }) {
  const { texts } = useSurroundings();
  return (
    <div class="discord-select">
      <button type="button" class="discord-select-box" title={texts.onlyInDiscord} disabled>
        <span class="discord-select-placeholder">{select.placeholder ?? texts.choose}</span>
        <Icon path={CHEVRON} size={20} />
      </button>
    </div>
  );
}
