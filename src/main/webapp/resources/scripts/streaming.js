// Plays a stream by hls.js, which is fetched only now: whoever listens to a file never pays for it.

/**
 * Begins a stream in an element; the element is played by whoever asks.
 * @param wanted.script address of hls.js
 * @param wanted.url address of the master playlist
 * @param wanted.from second to begin at
 * @param wanted.lost called when the stream cannot go on
 * @param still whether it is still wanted when the script has come
 * @throws when this browser cannot play streams
 */
export async function stream(media, wanted, still) {
  if (!window.ManagedMediaSource && !window.MediaSource) {
    // Where there is nothing for hls.js to work with, old iPhones play streams themselves.
    media.addEventListener('error', wanted.lost, { once: true });
    media.src = wanted.url;
    media.currentTime = wanted.from;
    return { close() { media.removeEventListener('error', wanted.lost); } };
  }
  await import(wanted.script);
  if (!still()) return null;
  const Hls = window.Hls;
  if (!Hls || !Hls.isSupported()) throw new Error('no media source for streams');
  const hls = new Hls({
    startPosition: wanted.from || -1,
    capLevelToPlayerSize: true,
    maxBufferLength: 30,
    // A worker would be made of text, which the policy of our pages forbids; our pieces need no repacking anyway.
    enableWorker: false,
    // Subtitles are the tracks of the page.
    subtitleTrackController: undefined, subtitleStreamController: undefined, timelineController: undefined
  });
  hls.on(Hls.Events.ERROR, (name, error) => { if (error.fatal) wanted.lost(); });
  hls.loadSource(wanted.url);
  hls.attachMedia(media);
  return {
    /** Goes on in another language, at the same moment; false when the stream does not have it. */
    voice(tag) {
      const place = hls.audioTracks.findIndex(track => track.lang === tag);
      if (place >= 0) hls.audioTrack = place;
      return place >= 0;
    },
    close() { hls.destroy(); }
  };
}
