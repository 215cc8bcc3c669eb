package carte.gateway.site.customer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The basket and the order, of which the server knows nothing: what is in the basket, and the token
 * that shows the order, never leave the browser but for the API.
 */
@Controller
final class OrderPagesController {

    @GetMapping("/basket")
    String basket() {
        return "customer/basket";
    }

    @GetMapping("/orders/{id}")
    Rendering order(@PathVariable String id) {
        return Rendering.view("customer/order").modelAttribute("orderId", id).build();
    }
}
