# SPDX-License-Identifier: BSL-1.0
"""A linear chain over places with named features, trained by maximum likelihood.

The same model as lib/evidence: a weight for each feature and label, and for each step (`inside` a line, or to the
`next`) from label to label. Training is deterministic: the likelihood is convex and L-BFGS starts from zero.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

STEPS = ("inside", "next")


@dataclass
class Page:
    """A labelled page: for each place its step, its features and its label."""

    name: str
    steps: list[str] = field(default_factory=list)
    features: list[list[str]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)  # how much each place counts when accuracy is measured


class Chain:
    """The model: `weights` by feature and label, `transitions` by step, from, to."""

    def __init__(self, labels: list[str], features: list[str]) -> None:
        self.labels, self.features = labels, features
        self.row = {name: k for k, name in enumerate(features)}
        self.weights = np.zeros((len(features), len(labels)))
        self.transitions = np.zeros((len(STEPS), len(labels), len(labels)))

    # ---- training ----

    def fit(self, pages: list[Page], smoothing: float, iterations: int = 1000) -> None:
        """Maximises the likelihood of the labels less `smoothing` times half the squared weights."""
        pages = [page for page in pages if page.labels]
        lengths = np.array([len(page.labels) for page in pages])
        order = np.argsort(-lengths, kind="stable")
        pages = [pages[k] for k in order]
        lengths = lengths[order]
        starts = np.concatenate([[0], np.cumsum(lengths)])[:-1]
        rows, columns = [], []
        place = 0
        for page in pages:
            for features in page.features:
                known = {self.row[name] for name in features if name in self.row}
                rows += [place] * len(known)
                columns += sorted(known)
                place += 1
        total, count = place, len(self.labels)
        matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(total, len(self.features)))
        gold = np.array([self.labels.index(label) for page in pages for label in page.labels])
        step = np.array([STEPS.index(s) for page in pages for s in page.steps])
        observed = matrix.T @ np.eye(count)[gold]
        observed_transitions = np.zeros_like(self.transitions)
        for start, length in zip(starts, lengths):
            for at in range(start + 1, start + length):
                observed_transitions[step[at], gold[at - 1], gold[at]] += 1
        shape, size = self.weights.shape, self.weights.size
        longest = int(lengths[0])
        active = [int(np.sum(lengths > t)) for t in range(longest)]

        def objective(x: np.ndarray) -> tuple[float, np.ndarray]:
            weights, transitions = x[:size].reshape(shape), x[size:].reshape(self.transitions.shape)
            scores = matrix @ weights
            forward = np.zeros((total, count))
            backward = np.zeros((total, count))
            n = active[0]
            forward[starts] = scores[starts]
            for t in range(1, longest):
                n = active[t]
                here = starts[:n] + t
                m = transitions[step[here]]
                forward[here] = scores[here] + logsumexp(forward[here - 1][:, :, None] + m, 1)
            for t in range(longest - 2, -1, -1):
                n = active[t + 1]
                here = starts[:n] + t
                m = transitions[step[here + 1]]
                backward[here] = logsumexp(m + (scores[here + 1] + backward[here + 1])[:, None, :], 2)
            ends = starts + lengths - 1
            norm = logsumexp(forward[ends], 1)
            norms = np.repeat(norm, lengths)
            marginal = np.exp(forward + backward - norms[:, None])
            expected = matrix.T @ marginal
            expected_transitions = np.zeros_like(transitions)
            for t in range(1, longest):
                n = active[t]
                here = starts[:n] + t
                pair = np.exp(
                    forward[here - 1][:, :, None]
                    + transitions[step[here]]
                    + (scores[here] + backward[here])[:, None, :]
                    - norms[here][:, None, None]
                )
                for s in range(len(STEPS)):
                    expected_transitions[s] += pair[step[here] == s].sum(0)
            inner = np.ones(total, bool)
            inner[starts] = False
            at = np.nonzero(inner)[0]
            likelihood = (
                scores[np.arange(total), gold].sum() + transitions[step[at], gold[at - 1], gold[at]].sum() - norm.sum()
            )
            gradient = np.concatenate(
                [(observed - expected).ravel(), (observed_transitions - expected_transitions).ravel()]
            )
            return smoothing / 2 * float(x @ x) - likelihood, smoothing * x - gradient

        result = minimize(
            objective,
            np.concatenate([self.weights.ravel(), self.transitions.ravel()]),
            jac=True,
            method="L-BFGS-B",
            # To the end: stopped on the way, it would be somewhere else on another machine.
            options={"maxiter": iterations, "maxcor": 12, "ftol": 1e-11, "gtol": 1e-3},
        )
        if not result.success:
            raise RuntimeError(f"training did not come to an end: {result.message}")
        self.weights = result.x[:size].reshape(shape)
        self.transitions = result.x[size:].reshape(self.transitions.shape)

    def rounded(self, unit: float, least: float) -> Chain:
        """Returns the chain with whole weights, `unit` to the natural unit; those of features below `least` are dropped."""
        other = Chain(self.labels, self.features)
        other.weights = np.where(np.abs(self.weights) >= least, np.round(self.weights * unit), 0)
        other.transitions = np.round(self.transitions * unit)
        return other

    def plus(self, text: str) -> Chain:
        """Returns the chain with the weights of a file in the form of `text` added; transitions are not looked for.

        A feature that the chain lacks is added to it.
        """
        lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
        other = Chain(self.labels, self.features + [name for name, _ in lines if name not in self.row])
        other.weights[: len(self.features)] = self.weights
        other.transitions = self.transitions.copy()
        for name, cells in lines:
            for label, weight in (cell.split("=") for cell in cells.split()):
                other.weights[other.row[name], self.labels.index(label)] += int(weight)
        return other

    # ---- use ----

    def scores(self, page: Page) -> np.ndarray:
        out = np.zeros((len(page.features), len(self.labels)))
        for k, features in enumerate(page.features):
            known = {self.row[name] for name in features if name in self.row}
            if known:
                out[k] = self.weights[sorted(known)].sum(0)
        return out

    def decode(self, page: Page) -> tuple[list[str], list[float]]:
        """Returns the labels of the best chain and by how much each beats the best chain with another label there."""
        scores = self.scores(page)
        n = len(scores)
        if n == 0:
            return [], []
        step = [STEPS.index(s) for s in page.steps]
        forward, backward = np.zeros_like(scores), np.zeros_like(scores)
        forward[0] = scores[0]
        for t in range(1, n):
            forward[t] = scores[t] + (forward[t - 1][:, None] + self.transitions[step[t]]).max(0)
        for t in range(n - 2, -1, -1):
            backward[t] = (self.transitions[step[t + 1]] + (scores[t + 1] + backward[t + 1])[None, :]).max(1)
        through = forward + backward
        best = through.argmax(1)
        ranked = np.sort(through, 1)
        return [self.labels[k] for k in best], list(ranked[:, -1] - ranked[:, -2])

    def text(self, header: list[str]) -> str:
        """Returns the weights in the form that lib/evidence/model.hpp describes."""
        lines = []
        for table, name in ((self.weights, lambda k: self.features[k]),):
            for k in range(len(table)):
                cells = [f"{label}={int(w)}" for label, w in zip(self.labels, table[k]) if w != 0]
                if cells:
                    lines.append(name(k) + "\t" + " ".join(cells))
        for s, step in enumerate(STEPS):
            for k, label in enumerate(self.labels):
                cells = [f"{to}={int(w)}" for to, w in zip(self.labels, self.transitions[s, k]) if w != 0]
                if cells:
                    lines.append(f"{step}:{label}\t" + " ".join(cells))
        return "".join(f"# {line}\n" for line in header) + "\n".join(sorted(lines)) + "\n"


def logsumexp(x: np.ndarray, axis: int) -> np.ndarray:
    """Returns the logarithm of the sum of exponentials along an axis."""
    most = x.max(axis, keepdims=True)
    return np.log(np.exp(x - most).sum(axis)) + most.squeeze(axis)


def feature_counts(pages: list[Page]) -> Counter[str]:
    """Returns on how many pages each feature stands."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({name for features in page.features for name in features})
    return counts


def accuracy(chain: Chain, pages: list[Page]) -> float:
    """Returns the share of what the places hold (their sizes) that gets its label."""
    right = whole = 0
    for page in pages:
        for size, label, said in zip(page.sizes, page.labels, chain.decode(page)[0]):
            whole += size
            right += size * (label == said)
    return right / whole if whole else 1.0
