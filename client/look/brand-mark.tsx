/** The product's sign: gold is data, azurite is ours. */
export const BrandMark = () => (
  <svg className="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
    <path className="brand-edge" d="M12 .8 23.2 12 12 23.2.8 12Z" />
    <path className="brand-gold" d="M12 5 19 12H5Z" />
    <path className="brand-azurite" d="M5 12H19L12 19Z" />
  </svg>
);
