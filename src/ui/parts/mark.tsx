/** The product's mark: a radar sweep around a yuan sign. Decoration; the name stands beside it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="15" class="mark-disc" />
      <path d="M16 16 L16 1 A15 15 0 0 1 29 8.5 Z" class="mark-sweep" />
      <circle cx="16" cy="16" r="10.5" class="mark-ring" />
      <path d="M11 8.5 L16 15 L21 8.5 M16 15 V24 M11.5 16.5 H20.5 M11.5 20 H20.5" class="mark-sign" />
    </svg>
  );
}
