package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map whose older versions stay valid: putting shares all but a path of the tree. So a subject's state costs the
 * same to evolve however long its history is.
 */
final class Tree<K extends Comparable<K>, V> {
    private final @Nullable Node<K, V> root;

    private Tree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    static <K extends Comparable<K>, V> Tree<K, V> empty() {
        return new Tree<>(null);
    }

    @Nullable
    V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int side = key.compareTo(node.key());
            if (side == 0) {
                return node.value();
            }
            node = side < 0 ? node.left() : node.right();
        }
        return null;
    }

    Tree<K, V> put(K key, V value) {
        return new Tree<>(put(root, key, value));
    }

    @Nullable
    K lastKey() {
        Node<K, V> node = root;
        while (node != null && node.right() != null) {
            node = node.right();
        }
        return node == null ? null : node.key();
    }

    /** In the order of their keys. */
    List<V> values() {
        if (root == null) {
            return List.of();
        }
        List<V> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static <K, V> void collect(@Nullable Node<K, V> node, List<V> into) {
        if (node != null) {
            collect(node.left(), into);
            into.add(node.value());
            collect(node.right(), into);
        }
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return Node.of(null, key, value, null);
        }
        int side = key.compareTo(node.key());
        if (side == 0) {
            return Node.of(node.left(), key, value, node.right());
        }
        return side < 0
                ? balanced(put(node.left(), key, value), node.key(), node.value(), node.right())
                : balanced(node.left(), node.key(), node.value(), put(node.right(), key, value));
    }

    /** Adelson-Velsky and Landis: the heights of two siblings never differ by more than one. */
    private static <K, V> Node<K, V> balanced(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) {
            Node<K, V> inner = left.right();
            if (inner != null && height(inner) > height(left.left())) {
                return Node.of(
                        Node.of(left.left(), left.key(), left.value(), inner.left()),
                        inner.key(),
                        inner.value(),
                        Node.of(inner.right(), key, value, right));
            }
            return Node.of(left.left(), left.key(), left.value(), Node.of(inner, key, value, right));
        }
        if (right != null && height(right) > height(left) + 1) {
            Node<K, V> inner = right.left();
            if (inner != null && height(inner) > height(right.right())) {
                return Node.of(
                        Node.of(left, key, value, inner.left()),
                        inner.key(),
                        inner.value(),
                        Node.of(inner.right(), right.key(), right.value(), right.right()));
            }
            return Node.of(Node.of(left, key, value, inner), right.key(), right.value(), right.right());
        }
        return Node.of(left, key, value, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height();
    }

    private record Node<K, V>(
            @Nullable Node<K, V> left,
            K key,
            V value,
            @Nullable Node<K, V> right,
            int height) {
        static <K, V> Node<K, V> of(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
            return new Node<>(left, key, value, right, 1 + Math.max(Tree.height(left), Tree.height(right)));
        }
    }
}
