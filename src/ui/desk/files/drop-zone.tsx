import { useEffect, useState } from 'preact/hooks';
import { useSay } from '#ui/parts/speak.ts';
import { droppedFiles } from './dropped-files.ts';

/** Where bill files are dropped or chosen. */
export function DropZone({ add }: { add: (files: readonly File[]) => void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const [missed, setMissed] = useState(false);

  // A file that misses the zone would make the browser leave the desk for the file.
  useEffect(() => {
    const keep = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);

  return (
    <label
      class={`drop-zone ${over ? 'is-over' : ''}`}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void droppedFiles(event.dataTransfer).then((dropped) => {
          setMissed(dropped.missed);
          add(dropped.files);
        });
      }}
    >
      <input
        class="hidden"
        data-testid="file-input"
        type="file"
        multiple
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          // The same file chosen again must count as a change.
          event.currentTarget.value = '';
        }}
      />
      <span class="drop-title">{say(over ? 'desk.drop-now' : 'desk.drop')}</span>
      <span class="drop-choose">{say('desk.choose')}</span>
      <span class="quiet">{say('desk.kinds')}</span>
      {missed ? <strong role="alert">{say('desk.drop-missed')}</strong> : null}
    </label>
  );
}
