/** What a reviewer says, at a field or of the whole. */
export function Say(props: { label: string; words: string; onSay: (words: string) => void }) {
  const { label, words, onSay } = props;
  return (
    <label className="say">
      <span className="field-label">{label}</span>
      <textarea
        className="entry"
        rows={2}
        maxLength={1000}
        value={words}
        onChange={({ target }) => onSay(target.value)}
      />
    </label>
  );
}
