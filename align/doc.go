// Package align ties the versions of an article: paragraph by paragraph and, inside, sentence by sentence, all
// versions at once. It is pure: the same article always gives the same beads.
//
// # The question
//
// A bead takes a run of units from every version; a run may be empty. Of all ways to cut the versions into beads, in
// order, we want the likeliest. A bead's score is a sum of log-likelihood ratios: how much likelier the bead's texts
// are if they say the same than if they have nothing to do with each other. The ratios add up over the pairs of
// versions in the bead, and each pair's ratio adds up over its signals:
//
//   - lengths in letters, which grow in proportion (Gale & Church 1993);
//   - words with a counterpart. A word is tied to words of another version by the lexicon, by an equal value, by its
//     sound in any script (Melamed 1999 on cognates), by the root that Belarusian and Russian share, by being the very
//     same, or because the article itself teaches it ([reading.taught]). A word that has its counterpart in the bead
//     counts for more the fewer places the counterpart has; one whose counterpart stands elsewhere counts against it.
//   - marks that say what kind of sentence it is ([marks]), as words of their own; where a unit stands enters by the order
//     alone, for a signal of its own was tried and gave nothing;
//   - for paragraphs, the links of a first alignment by sentences ([linkage]).
//
// Two unrelated texts have a ratio of one by definition, so an omission is not charged a flat fee: it is chosen where
// the words that would stay unexplained outweigh those that are explained. The shapes of beads have their own small
// chances ([Shapes]). All numbers are [Weights], learned by [Trainer.Learn].
//
// # The search
//
// One similarity model ([model.score]), one search ([search]). Two versions at a time, Viterbi runs forward and
// backward over the grid of positions; the cells through which a path within a fixed distance of the best one goes form
// a corridor. All versions together are then searched exactly inside the corridors (Simard 1999 showed that a third
// version makes the other two's alignment better). The sums over all paths give each bead's probability
// (forward-backward, Baum 1972), a logistic curve makes it honest (Platt 1999).
//
// Paragraphs of several sentences are looked at three times, from coarse to fine and back: by their words, two versions
// at a time, which leaves corridors for their sentences (after Thompson & Koehn 2019); by their sentences, all versions
// together; and by words and sentences both, which gives the paragraph beads. Then the sentences inside each bead are
// aligned, so that the two levels agree. Where paragraphs are cut at other places than in the other version, their
// sentences say how they hang together much better than their words do.
//
// A passage that stands elsewhere in some version is left by the search, which only goes forward, as two beads with
// gaps; [rejoin] puts them together.
//
// On long texts the grids are cut to bands around a chain of units that have rare words in common (Moore 2002), so that
// time and memory grow with the length of the text and not with its square.
package align
