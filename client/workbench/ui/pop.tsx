import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icons.tsx";

type PopProps = {
  /** Accessible name where the button's content does not say it. */
  label?: string;
  title?: string;
  /** Name of what opens, where the button is named by its content. */
  opens?: string;
  button: ReactNode;
  className?: string;
  /** Opens towards the start unless told. */
  align?: "start" | "end";
  /** What opens: a list of choices is a menu, all else a dialogue of its own. */
  role?: "menu" | "dialog";
  wrapClass?: string;
  /** Told as it opens. */
  onOpen?: () => void;
  children: (close: () => void) => ReactNode;
};

/** A button and what opens under it. Esc and a press elsewhere close it; Esc goes no further. */
export function Pop(props: PopProps) {
  const [open, setOpen] = useState(false);
  const wrap = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !wrap.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", press, true);
    return () => document.removeEventListener("pointerdown", press, true);
  }, [open]);

  useEffect(() => {
    if (open) wrap.current?.querySelector<HTMLElement>(".pop [aria-checked=true], .pop button")?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Esc and arrows of the controls inside
    <div
      ref={wrap}
      className={`pop-anchor ${props.wrapClass ?? ""}`}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          close();
        }
        if (props.role === "menu" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
          event.preventDefault();
          moveFocus(wrap.current, event.key === "ArrowDown" ? 1 : -1);
        }
      }}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (open && next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={props.className}
        aria-haspopup={props.role ?? "dialog"}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.label}
        title={props.title}
        onClick={() => {
          if (!open) props.onOpen?.();
          setOpen(!open);
        }}
      >
        {props.button}
      </button>
      {open && (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: menu and dialog both take a name
        <div
          id={id}
          role={props.role ?? "dialog"}
          aria-label={props.opens ?? props.label}
          className={`pop card ${props.align ?? "start"}`}
        >
          {props.children(close)}
        </div>
      )}
    </div>
  );
}

function moveFocus(wrap: HTMLElement | null, by: 1 | -1) {
  const options = [...(wrap?.querySelectorAll<HTMLElement>(".pop button") ?? [])];
  const at = options.indexOf(document.activeElement as HTMLElement);
  options[(at + by + options.length) % options.length]?.focus();
}

type Choice<T extends string> = { value: T; label: string };

/** A drop-down of choices of which one holds. Its name is the label and, as a name must, what the button shows. */
export function ChoicePop<T extends string>(props: {
  label: string;
  /** The button's text. */
  shown: string;
  className?: string;
  align?: "start" | "end";
  choices: readonly Choice<T>[];
  chosen: T;
  onOpen?: () => void;
  onChoose: (value: T) => void;
}) {
  return (
    <Pop
      label={`${props.label} ${props.shown}`}
      opens={props.label}
      button={
        <>
          {props.shown}
          <Icon name="chevron" size={12} />
        </>
      }
      className={props.className ?? ""}
      align={props.align ?? "start"}
      role="menu"
      {...(props.onOpen ? { onOpen: props.onOpen } : {})}
    >
      {(close) =>
        props.choices.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            role="menuitemradio"
            aria-checked={value === props.chosen}
            className="pop-option"
            onClick={() => {
              props.onChoose(value);
              close();
            }}
          >
            {label}
          </button>
        ))
      }
    </Pop>
  );
}
