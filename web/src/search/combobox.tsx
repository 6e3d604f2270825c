import { type ComponentChildren, type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A text box with suggestions, after the combobox pattern of the ARIA Authoring Practices. */
export interface ComboboxProps<Option> {
  id: string;
  label: string;
  labelVisible?: boolean;
  placeholder: string;
  value: string;
  options: readonly Option[];
  optionKey: (option: Option) => string;
  renderOption: (option: Option) => ComponentChildren;
  listLabel: string;
  /** Read out by screen readers when the suggestions change. */
  announcement: string;
  onInput: (text: string) => void;
  onChoose: (option: Option) => void;
  /** Enter without a chosen suggestion, with the text as it stands in the box. */
  onSubmit?: (text: string) => void;
  children?: ComponentChildren;
}

/** Arrow keys move through the suggestions, Enter takes one, Escape closes them and then empties the box. */
export function Combobox<Option>(props: ComboboxProps<Option>): JSX.Element {
  const { id, options, value } = props;
  const [open, setOpen] = useState(false);
  // A choice among other suggestions means nothing among these, from the moment on in which they are shown.
  const [choice, setChoice] = useState<{ readonly among: readonly Option[]; readonly index: number } | null>(null);
  const active = choice?.among === options ? choice.index : -1;
  const setActive = (index: number): void => setChoice({ among: options, index });
  const list = useRef<HTMLUListElement>(null);
  const shown = open && options.length > 0;
  const optionId = (index: number): string => `${id}-option-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (option: Option): void => {
    setOpen(false);
    setActive(-1);
    props.onChoose(option);
  };

  const pressed = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>): void => {
    // A Vietnamese input method composes letters with Enter and arrows of its own.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const places = options.length + 1;
      setActive(
        shown ? ((active + 1 + step + places) % places) - 1 : event.key === 'ArrowDown' ? 0 : options.length - 1,
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = shown ? options[active] : undefined;
      if (option !== undefined) choose(option);
      else {
        setOpen(false);
        props.onSubmit?.(event.currentTarget.value);
      }
    } else if (event.key === 'Escape') {
      if (shown) setOpen(false);
      else if (value !== '') props.onInput('');
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div class="combobox">
      <label for={id} class={props.labelVisible ? 'field-label' : 'only-heard'}>
        {props.label}
      </label>
      <div class="combobox-box">
        <input
          id={id}
          type="text"
          role="combobox"
          inputMode="search"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={200}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && active >= 0 ? optionId(active) : undefined}
          placeholder={props.placeholder}
          value={value}
          onInput={(event) => {
            setOpen(true);
            props.onInput(event.currentTarget.value);
          }}
          onKeyDown={pressed}
          onBlur={() => setOpen(false)}
        />
        {props.children}
      </div>
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label={props.listLabel} class="suggestions" hidden={!shown}>
        {options.map((option, index) => (
          <li
            key={props.optionKey(option)}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {props.renderOption(option)}
          </li>
        ))}
      </ul>
      <p class="only-heard" role="status">
        {open && value !== '' ? props.announcement : ''}
      </p>
    </div>
  );
}
