import { useSay } from '#ui/parts/speak.ts';

/** The parts of the desk, in their order: the id of each heading, and what it says. */
const SECTIONS = [
  ['files-title', 'desk.files'],
  ['accounts-title', 'desk.accounts'],
  ['terms-title', 'terms-form.title'],
  ['costs-title', 'costs.title'],
  ['coverage-title', 'coverage.title'],
  ['matches-title', 'match.title'],
  ['list-title', 'list.title'],
  ['teach-title', 'teach.title'],
  ['captures-title', 'desk.captures'],
  ['care-title', 'care.title'],
  ['directory-title', 'directory.title'],
  ['report-title', 'report.title'],
] as const;

/** Ways to the parts of a page that is several screens long. */
export function Sections() {
  const say = useSay();
  return (
    <nav class="sections" aria-label={say('desk.sections')}>
      {SECTIONS.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {say(name)}
        </a>
      ))}
    </nav>
  );
}
