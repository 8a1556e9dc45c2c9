/* Vue 2: vue-virtual-scroller. What a row and its cells are made of is the portal's own: here div and span. */
window.mountScene = async (scene, box) => {
  window.Vue.use(window.VueVirtualScroller.default ?? window.VueVirtualScroller);
  const width = `:style="'display:inline-block;width:' + c.width + 'px'"`;
  new window.Vue({
    template: `<recycle-scroller :items="scene.rows" :item-size="40" key-field="id" :style="'height:' + scene.height + 'px'">
      <template #before><div class="line head"><span class="cell" v-for="c in scene.columns" ${width}>{{ c.title }}</span></div></template>
      <template #default="{ item }"><div class="line"><span class="cell" v-for="c in scene.columns" ${width}>{{ item.cells[c.key] }}</span></div></template>
    </recycle-scroller>`,
    data: () => ({ scene }),
  }).$mount(box.appendChild(document.createElement('div')));
};
