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
//   - words that recur: numbers by their value, names by their sound in any script, Belarusian and Russian words by
//     their common root (Melamed 1999 on cognates; Simard, Foster & Isabelle 1992). A word that recurs counts for more
//     the rarer it is, and a word that stands elsewhere in the other version but not here counts against the bead.
//
// Two unrelated texts have a ratio of one by definition, so an omission is not charged a flat fee: it is chosen where
// the words that would stay unexplained outweigh those that recur.
//
// # The search
//
// One similarity model ([model.score]), one search ([search]). Two versions at a time, Viterbi runs forward and backward over the
// grid of positions; the cells through which a path within a fixed distance of the best one goes form a corridor. All
// versions together are then searched exactly inside the corridors (Simard 1999 showed that a third version makes the
// other two's alignment better). The sums over all paths give each bead's probability (forward-backward, Baum 1972).
// On long texts the grid itself is cut to a band around a chain of rare words that recur (Melamed 1999; Moore 2002), so
// that time and memory grow with the length of the text and not with its square.
package align
