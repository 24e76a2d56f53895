"""Makes the sample media from the scripts. Needs espeak-ng, ffmpeg and chromium while the content is made, never when Loa runs."""
