package carte.local.architecture.wrong.contracts;

import org.springframework.stereotype.Component;

@Component
class Event {}
