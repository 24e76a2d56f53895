// A second that a browser does not stretch when nobody sees the page: it slows pages down, but not what works for them.
setInterval(() => postMessage(0), 1000);
