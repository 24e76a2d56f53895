package vn.loa.media.web;

import vn.loa.testing.UsesPortal;

/** From files. */
@UsesPortal
class MediaIT extends MediaAnswers {}
