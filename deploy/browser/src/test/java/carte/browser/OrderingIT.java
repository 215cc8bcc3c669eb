package carte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import carte.browser.kitchen.Kitchen.Restaurant;
import carte.browser.page.BasketPage;
import carte.browser.page.BoardPage;
import carte.browser.page.DishForm;
import carte.browser.page.OrderPage;
import carte.browser.page.RestaurantPage;
import carte.browser.window.InBrowser;
import carte.browser.window.Site;
import carte.browser.window.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer's way from the menu to the stars. */
@ExtendWith(InBrowser.class)
class OrderingIT {

    @Test
    void orderIsFollowedToTheDoorAndRated(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        menu.choose("Jollof rice").take("Chicken").take("Plantain").oneMore()
                .costs("₦7,600").addToBasket();
        menu.choose("Zobo").addToBasket();
        BoardPage board = BoardPage.open(site.admin(), mamaPut);

        OrderPage order = menu.toBasket()
                .has("Jollof rice", "Chicken", "Plantain", "₦7,600")
                .order()
                .says("The restaurant has your order");
        customers.mark();

        board.announces().hasOrderOf("Jollof rice").press("Accept", "Jollof rice")
                .hasFocusOn("Jollof rice");
        order.says("The restaurant has accepted your order");
        board.press("Start", "Jollof rice");
        order.says("Your food is being made");
        board.press("Ready", "Jollof rice");
        order.says("Your food is ready");
        board.press("Delivered", "Jollof rice");
        order.says("Enjoy your meal!");
        board.isEmpty();
        order.rate(5).thanks();
        assertThat(customers.isMarked()).as("the page was not loaded again").isTrue();
    }

    @Test
    void choicesThatTheDishDemandsAreAskedForBeforeItIsAdded(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();

        menu.choose("Jollof rice").press().says("Please choose at least 1")
                .take("Beef").costs("₦3,100").addToBasket();

        assertThat(menu.basketBar()).containsText("₦3,100");
    }

    @Test
    void orderWhoseAnswerWasLostIsOneOrder(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        menu.choose("Zobo").addToBasket();
        BasketPage basket = menu.toBasket().has("Zobo", "₦600");
        // It arrives, and the customer does not hear of it.
        customers.page().route("**/api/v1/orders", route -> {
            route.fetch();
            route.abort();
        });
        customers.expectComplaint("ERR_FAILED");

        basket.orderButton().click();
        basket.says("We do not know whether your order at " + mamaPut.name() + " has arrived");
        assertThat(basket.steppers().first()).isDisabled();
        customers.page().unroute("**/api/v1/orders");
        BasketPage.open(customers).has("Zobo", "₦600")
                .says("it will not be ordered twice").order().says("has your order");

        assertThat(site.kitchen().orders(mamaPut)).hasSize(1);
        BasketPage.open(customers);
        assertThat(basket.orderButton()).isHidden();
    }

    @Test
    void basketFromAVersionThatIsNoLongerThereIsOrderedAtTheSecondTry(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage.open(customers, mamaPut).isLive().choose("Zobo").addToBasket();
        customers.page().evaluate("""
                () => {
                  const kept = JSON.parse(localStorage.getItem('carte.basket'));
                  localStorage.setItem('carte.basket', JSON.stringify({...kept, menuVersion: 99}));
                }""");
        customers.expectComplaint("422");

        BasketPage basket = BasketPage.open(customers).has("Zobo", "₦600");
        basket.orderButton().click();
        basket.says("nothing was ordered").order().says("has your order");

        assertThat(site.kitchen().orders(mamaPut)).hasSize(1);
    }

    @Test
    void orderIsFollowedOnOnceTheConnectionIsBack(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        menu.choose("Zobo").addToBasket();
        OrderPage order = menu.toBasket().order().says("has your order");
        customers.mark();

        customers.offline(true);
        order.saysThatTheConnectionIsLost();
        site.kitchen().bring(mamaPut, "ACCEPTED");
        customers.offline(false);

        order.says("The restaurant has accepted your order").says("Live");
        assertThat(customers.isMarked()).as("the page was not loaded again").isTrue();
    }

    @Test
    void otherBasketIsGivenUpOnlyByWhoSaysSo(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Restaurant other = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage.open(customers, mamaPut).isLive().choose("Zobo").addToBasket();
        String address = RestaurantPage.open(customers, other).addressOf("Beef suya");

        DishForm.open(customers, address).press();
        Locator question = customers.page().getByRole(AriaRole.DIALOG,
                new Page.GetByRoleOptions().setName("Start a new basket?"));
        assertThat(question).containsText(mamaPut.name());
        question.getByText("Keep").click();
        BasketPage.open(customers).has("Zobo", "₦600");

        DishForm.open(customers, address).press();
        question.getByText("Start a new one").click();
        assertThat(question).isHidden();
        BasketPage.open(customers).has("Beef suya", "₦1,800");
    }

    @Test
    void asManyOfAnOptionAreTakenAsThereMayBe(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        DishForm jollof = RestaurantPage.open(site.customer(), mamaPut).isLive()
                .choose("Jollof rice").take("Chicken");
        Locator eggs = jollof.amount("Boiled egg");

        eggs.fill("5");
        assertThat(eggs).hasValue("2");
        jollof.costs("₦3,900");
        eggs.fill("1.5");
        assertThat(eggs).hasValue("1");
        jollof.costs("₦3,600");
        eggs.fill("-1");
        assertThat(eggs).hasValue("0");
        jollof.costs("₦3,300");

        jollof.take("Plantain");
        eggs.fill("2");
        assertThat(eggs).hasValue("1");
        jollof.costs("₦4,100").addToBasket();
    }

    @Test
    void whoPressesTwiceGetsOne(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();

        menu.choose("Zobo").pressTwice();

        assertThat(menu.basketBar()).containsText("1 dish");
    }

    @Test
    void changeThatTouchesTheBasketIsToldOnTheMenuAndInTheBasket(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        RestaurantPage menu = RestaurantPage.open(site.customer(), mamaPut).isLive();
        menu.choose("Zobo").addToBasket();
        assertThat(menu.basketBar()).containsText("₦600");

        site.kitchen().changePrice(mamaPut, "zobo", 65_000);

        assertThat(menu.basketBar())
                .containsText("The menu has changed what is in your basket: Zobo");
        BasketPage basket = menu.toBasket().saysThatItChanged("Zobo", "₦650", "₦600");
        basket.takeOverTheChanges().has("Zobo", "₦650").order().says("has your order");
    }

    @Test
    void staleBasketIsRefusedByTheServerAndSaysWhy(Site site) {
        Restaurant mamaPut = site.kitchen().openMamaPut();
        Window customers = site.customer();
        RestaurantPage menu = RestaurantPage.open(customers, mamaPut).isLive();
        menu.choose("Beef suya").addToBasket();
        BasketPage basket = menu.toBasket().has("Beef suya", "₦1,800");
        // Nothing that the page asks for beforehand reaches it: only the server can know.
        AtomicBoolean refused = new AtomicBoolean();
        customers.page().onResponse(answer -> refused.compareAndSet(
                false, answer.status() == 409));
        customers.page().route("**/restaurants/**", route -> {
            if (refused.get()) {
                route.resume();
            } else {
                route.abort();
            }
        });
        customers.expectComplaint("ERR_FAILED");
        customers.expectComplaint("409");

        site.kitchen().changePrice(mamaPut, "suya", 190_000);
        basket.orderButton().click();

        basket.saysThatItChanged("Beef suya", "₦1,900", "₦1,800");
        assertThat(customers.path()).isEqualTo("/basket");
    }
}
