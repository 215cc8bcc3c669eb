package carte.menu.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The longest ascending subsequence, found by patience sorting (Fredman 1975). */
final class Ascent {

    private Ascent() {}

    /**
     * Returns the indices of all numbers outside a longest ascending subsequence: the fewest that
     * have to be moved to put the numbers in order.
     *
     * @param numbers all different
     */
    static List<Integer> others(int[] numbers) {
        int[] lowestEnd = new int[numbers.length];
        int[] length = new int[numbers.length];
        int longest = 0;
        for (int i = 0; i < numbers.length; i++) {
            int found = Arrays.binarySearch(lowestEnd, 0, longest, numbers[i]);
            int place = found < 0 ? -found - 1 : found;
            lowestEnd[place] = numbers[i];
            length[i] = place + 1;
            longest = Math.max(longest, place + 1);
        }
        return outside(numbers, length, longest);
    }

    /** Goes back through the numbers and leaves out one of each length that fits. */
    private static List<Integer> outside(int[] numbers, int[] length, int longest) {
        List<Integer> others = new ArrayList<>();
        int wanted = longest;
        int below = Integer.MAX_VALUE;
        for (int i = numbers.length - 1; i >= 0; i--) {
            if (wanted > 0 && length[i] == wanted && numbers[i] < below) {
                below = numbers[i];
                wanted--;
            } else {
                others.addFirst(i);
            }
        }
        return others;
    }
}
