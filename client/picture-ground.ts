/**
 * Decodes ground and relief of the server's picture. Resolves with what puts them in place, and shows what comes with
 * them, all in one frame: for each the whole picture is painted anew. One that does not come is left out.
 */
export async function pictureGround(): Promise<() => void> {
  const places = [...document.querySelectorAll<SVGImageElement>("#first-picture image[data-href]")];
  const decoded = await Promise.all(places.map((place) => decode(place.dataset.href ?? "")));
  return () => {
    for (const [index, place] of places.entries()) {
      const image = decoded[index];
      if (image) place.setAttribute("href", image.src);
    }
    document.getElementById("first-picture")?.setAttribute("data-grounded", "");
  };
}

async function decode(src: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = src;
  return image.decode().then(
    () => image,
    () => null,
  );
}
