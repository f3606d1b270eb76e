/** Why something is done, which is asked of whoever does it. */
export function ReasonField(props: {
  label: string;
  reason: string;
  onChange: (reason: string) => void;
  className?: string;
}) {
  const { label, reason, onChange, className } = props;
  return (
    <label className={className}>
      <span className="field-label">{label}</span>
      <input
        className="entry"
        required
        maxLength={1000}
        value={reason}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
