/** The pages of questions and answers, for citizens and for those who answer. Must not decide what is allowed. */
@NullMarked
package vn.loa.questions.web;

import org.jspecify.annotations.NullMarked;
