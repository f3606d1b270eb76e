/** Files of a report or of a record of the work. @param holder id of what holds them; null where it does no longer */
export function FileLinks(props: {
  holder: string | null;
  files: readonly { hash: string; name: string }[];
}) {
  const { holder, files } = props;
  return files.map(({ hash, name }) =>
    holder === null ? (
      <span key={hash}>{name}</span>
    ) : (
      <a key={hash} className="file-link" href={`/attachments/${holder}/${hash}`} download={name}>
        {name}
      </a>
    ),
  );
}
