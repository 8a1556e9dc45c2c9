import { useEffect, useId, useRef } from 'preact/hooks';

interface AskProps {
  readonly title: string;
  readonly what: string;
  /** What the two buttons say. */
  readonly yes: string;
  readonly no: string;
  readonly does: () => void;
  readonly leaves: () => void;
  /** Of the question; its yes has `-yes` behind it. */
  readonly testId: string;
}

/** Asks before something is done. The harmless answer has the focus, and Escape gives it; afterwards the focus is where it was. */
export function Ask({ title, what, yes, no, does, leaves, testId }: AskProps) {
  const id = useId();
  const harmless = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    harmless.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      class="ask"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It answers this question, and closes nothing around it.
        event.preventDefault();
        event.stopPropagation();
        leaves();
      }}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      <p id={`${id}-what`}>{what}</p>
      <div class="ask-deeds">
        <button type="button" class="button small" ref={harmless} onClick={leaves}>
          {no}
        </button>
        <button type="button" class="button small warns" data-testid={`${testId}-yes`} onClick={does}>
          {yes}
        </button>
      </div>
    </div>
  );
}
